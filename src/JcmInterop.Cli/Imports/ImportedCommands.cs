using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Programme;
using JcmInterop.Reporting.Imports;

namespace JcmInterop.Cli.Imports;

/// <summary>An import file as commands: all of its rows, or every fault and no row.</summary>
/// <param name="Commands">One command per row, or per decision; empty where there is a fault.</param>
/// <param name="Faults">Everything that is wrong, in file order.</param>
internal sealed partial record ImportedCommands(ImmutableArray<LedgerCommand> Commands, ImmutableArray<ImportFault> Faults)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InputFault">There is no such file, or it is larger than <see cref="ImportLimits.FileBytesMax"/>.</exception>
    public static ImportedCommands Read(FileInfo file, ImportKind kind)
    {
        if (!file.Exists) throw new InputFault($"There is no file {file}.", $"ファイル {file} がありません。");
        if (file.Length > ImportLimits.FileBytesMax)
        {
            throw new InputFault(
                $"{file} has {file.Length} bytes; at most {ImportLimits.FileBytesMax} are read. Divide it.",
                $"{file} は {file.Length} バイトあり、上限 {ImportLimits.FileBytesMax} を超えています。分割してください。");
        }

        return Read(file.Name, File.ReadAllBytes(file.FullName), kind);
    }

    /// <summary>Reads the bytes of a file.</summary>
    public static ImportedCommands Read(string name, byte[] bytes, ImportKind kind) => kind switch
    {
        ImportKind.Projects => Of(ProjectImport.Read(name, bytes), row => row),
        ImportKind.Accounts => Of(AccountImport.Read(name, bytes), row => row),
        ImportKind.Decisions => Of(IssuanceImport.Read(name, bytes, Named(bytes)), row => row.Command),
        ImportKind.Authorizations => Of(AuthorizationImport.Read(name, bytes, Named(bytes)), row => row),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of import."),
    };

    private static ImportedCommands Of<TRow>(ImportResult<TRow> read, Func<TRow, LedgerCommand> command) =>
        new([.. read.Rows.Select(command)], read.Faults);

    // Which projects are registered is the node's knowledge and its rule 2001; the file alone is checked as if all it names were.
    private static HashSet<ProjectReference> Named(byte[] bytes) =>
        [.. Reference().Matches(Encoding.UTF8.GetString(bytes)).Select(m => new ProjectReference(m.Value))];

    [GeneratedRegex(@"\b[A-Z]{2}\d{3}\b", RegexOptions.ECMAScript, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Reference();
}
