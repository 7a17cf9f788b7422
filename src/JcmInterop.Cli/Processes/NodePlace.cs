using JcmInterop.Domain.Parties;
using JcmInterop.Server.Operators;

namespace JcmInterop.Cli.Processes;

/// <summary>Where the things of one node are.</summary>
/// <param name="Party">The Party of the node.</param>
/// <param name="Url">Its address.</param>
/// <param name="Folder">Folder of everything below.</param>
internal sealed record NodePlace(PartyCode Party, Uri Url, string Folder)
{
    /// <summary>The configuration.</summary>
    public string ConfigurationFile => Path.Combine(Folder, "node.json");

    /// <summary>The private key.</summary>
    public string KeyFile => Path.Combine(Folder, "private-key.json");

    /// <summary>The bearer token of the demonstration's administrator.</summary>
    public string TokenFile => Path.Combine(DataFolder, OperatorTokens.FirstTokenFile(OperatorRole.Administrator));

    /// <summary>The registry's store.</summary>
    public string DataFolder => Path.Combine(Folder, "data");

    /// <summary>What the node wrote to its error output.</summary>
    public string LogFile => Path.Combine(Folder, "node.log");
}
