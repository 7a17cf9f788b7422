using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Cli.Demonstration;

/// <summary>Where the demonstration puts its files.</summary>
internal sealed class DemoFolder
{
    private DemoFolder(string path)
    {
        Path = path;
        foreach (var inner in new[] { "keys", "nodes", "evidence", "receipts", "reports" }) Directory.CreateDirectory(Of(inner));
    }

    /// <summary>The folder, as a full path.</summary>
    public string Path { get; }

    /// <summary>Name, process id and address of every node, written as soon as they run.</summary>
    public string NodesFile => Of("nodes.json");

    /// <summary>Every figure of the run.</summary>
    public string SummaryFile => Of("summary.json");

    /// <summary>The evidence of transfers.</summary>
    public string Evidence => Of("evidence");

    /// <summary>Messages with their receipts.</summary>
    public string Receipts => Of("receipts");

    /// <summary>Filings and reports.</summary>
    public string Reports => Of("reports");

    /// <summary>Takes a new or empty folder; without a name, a new one among the temporary files.</summary>
    /// <exception cref="InputFault">The folder holds files already.</exception>
    public static DemoFolder Take(DirectoryInfo? named)
    {
        var path = named?.FullName ?? Directory.CreateTempSubdirectory("jcm-demo-").FullName;
        return IsFree(path)
            ? new DemoFolder(path)
            : throw new InputFault($"{path} holds files already; name a new or empty folder.", $"{path} には既にファイルがあります。新しいフォルダーか空のフォルダーを指定してください。");
    }

    /// <summary>The folder of one node.</summary>
    public string Node(PartyCode party) => System.IO.Path.Combine(Of("nodes"), party.Code);

    /// <summary>The public keys of a Party.</summary>
    public string PublicKeys(PartyCode party) => System.IO.Path.Combine(Of("keys"), $"{party}.jwks.json");

    private static bool IsFree(string path) => !File.Exists(path) && (!Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any());

    private string Of(string inner) => System.IO.Path.Combine(Path, inner);
}
