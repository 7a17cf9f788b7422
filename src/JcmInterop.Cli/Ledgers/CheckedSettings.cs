using JcmInterop.Server.Configuration;

namespace JcmInterop.Cli.Ledgers;

/// <summary>A configuration read for a command that only needs its store; the private key is let go with it.</summary>
/// <param name="Value">The configuration.</param>
internal sealed record CheckedSettings(NodeSettings Value) : IDisposable
{
    public static CheckedSettings Read(FileInfo configuration) => new(NodeSettings.Check(NodeConfigurationFile.Read(configuration.FullName)));

    public void Dispose() => Value.Key.Dispose();
}
