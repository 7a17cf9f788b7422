using JcmInterop.Cli.Records;
using JcmInterop.Reporting.Aef.Archives;
using JcmInterop.Server.Configuration;
using JcmInterop.Storage;

namespace JcmInterop.Cli.Aef;

/// <summary>A node as the commands on filings use it, stopped or on a shared database: its records, its messages and its archive of filings.</summary>
/// <param name="Record">Its records.</param>
/// <param name="Store">Its store.</param>
/// <param name="Archive">What it froze and filed.</param>
internal sealed record AefNode(NodeRecord Record, IRegistryStore Store, AefArchive Archive)
{
    /// <summary>How far each journal has come.</summary>
    public IReadOnlyDictionary<string, long> Journals => Record.Registries.ToDictionary(r => r.Registry.ToString(), r => r.Heads.Journal.Position, StringComparer.Ordinal);

    /// <summary>Opens the store of a node for one act.</summary>
    public static async Task<T> WithAsync<T>(FileInfo configuration, Func<AefNode, Task<T>> act, CancellationToken cancellation)
    {
        var settings = NodeSettings.Check(NodeConfigurationFile.Read(configuration.FullName));
        using var key = settings.Key;
        await using var store = NodeRecord.OpenStore(settings);
        return await act(new AefNode(await NodeRecord.ReadAsync(store, settings, cancellation), store, AefArchive.Of(settings.DataDirectory)));
    }
}
