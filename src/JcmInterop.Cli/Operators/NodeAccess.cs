using System.CommandLine;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Cli.Operators;

/// <summary>The options that name a running node, the person who asks, and a bilateral registry.</summary>
internal sealed class NodeAccess
{
    private readonly Option<string> node = new("--url") { Description = "Address of the node, for example http://127.0.0.1:8080.", Required = true };
    private readonly Option<FileInfo> token = new("--token-file") { Description = "File with the bearer token of the person who asks.", Required = true };
    private readonly Option<string> registry = new("--registry") { Description = "The bilateral registry, for example JPN-THA.", Required = true };

    /// <summary>Adds the options to a command.</summary>
    public Command AddTo(Command command)
    {
        AddNodeTo(command).Add(registry);
        return command;
    }

    /// <summary>Adds the options that name the node and the person to a command that is about all registries.</summary>
    public Command AddNodeTo(Command command)
    {
        command.Add(node);
        command.Add(token);
        return command;
    }

    /// <summary>The registry asked for.</summary>
    public BilateralRegistryId Registry(ParseResult asked) => BilateralRegistryId.TryParse(asked.GetRequiredValue(registry), out var id)
        ? id
        : throw new InputFault("Name the bilateral registry, for example --registry JPN-THA.", "--registry JPN-THA のように二国間登録簿を指定してください。");

    /// <summary>A client for the node.</summary>
    public OperatorClient Client(ParseResult asked)
    {
        if (!Uri.TryCreate(asked.GetRequiredValue(node), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new InputFault("Name the node, for example --url http://127.0.0.1:8080.", "--url http://127.0.0.1:8080 のようにノードを指定してください。");
        if (asked.GetRequiredValue(token) is not { Exists: true } file)
            throw new InputFault("Name an existing file with the bearer token: --token-file.", "トークンのファイルを --token-file で指定してください。");
        return new OperatorClient(address, File.ReadAllText(file.FullName).Trim());
    }
}
