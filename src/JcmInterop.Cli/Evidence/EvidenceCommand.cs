using System.CommandLine;
using JcmInterop.Cli.Operators;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Verification;

namespace JcmInterop.Cli.Evidence;

/// <summary><c>jcm evidence</c>: the evidence of one transfer from a running node, as a file that verifies offline.</summary>
internal sealed class EvidenceCommand : Command
{
    private readonly Argument<string> transfer = new("transfer") { Description = "The id of the transfer." };
    private readonly Option<string> registry = new("--registry") { Description = "The bilateral registry, for example JPN-MNG.", Required = true };
    private readonly Option<string> node = new("--url") { Description = "Base address of the node.", Required = true };
    private readonly Option<FileInfo> token = new("--token-file") { Description = "File with the bearer token of the person.", Required = true };
    private readonly Option<FileInfo> to = new("--out") { Description = "The file to write.", Required = true };

    public EvidenceCommand(Shell shell)
        : base("evidence", "Fetch the evidence of one transfer from a running node: messages, receipts, keys, and proofs that both journals hold them.")
    {
        Add(transfer);
        Add(registry);
        Add(node);
        Add(token);
        Add(to);
        this.Does(shell, RunAsync);
    }

    private async Task<ExitCode> RunAsync(ParseResult asked, Conversation talk, CancellationToken cancellation)
    {
        if (!BilateralRegistryId.TryParse(asked.GetValue(registry), out var pair))
            throw new InputFault("Name the bilateral registry, for example --registry JPN-MNG.", "--registry JPN-MNG のように二国間登録簿を指定してください。");
        if (!Uri.TryCreate(asked.GetValue(node), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new InputFault("Name the node, for example --url http://127.0.0.1:8080.", "--url http://127.0.0.1:8080 のようにノードを指定してください。");
        if (asked.GetValue(token) is not { Exists: true } tokenFile)
            throw new InputFault("Name an existing file with the bearer token: --token-file.", "トークンのファイルを --token-file で指定してください。");
        var id = asked.GetRequiredValue(transfer);
        using var client = new OperatorClient(address, (await File.ReadAllTextAsync(tokenFile.FullName, cancellation)).Trim());
        var file = await client.DownloadAsync($"operator/v1/registries/{pair}/evidence/{Uri.EscapeDataString(id)}", cancellation)
            ?? throw new InputFault($"The node knows no message about transfer {id} in {pair}.", $"{pair} に取引 {id} のメッセージはありません。");
        var path = asked.GetRequiredValue(to).FullName;
        await File.WriteAllBytesAsync(path, file, cancellation);
        var report = OfflineVerifier.Verify(file, trusted: null);
        talk.Give(new { file = path, genuine = report.IsGenuine, bytes = file.Length });
        talk.Say($"Written: {path}, {file.Length} bytes. Check it with: jcm verify {path}", $"{path} に {file.Length} バイトを書き出しました。確認：jcm verify {path}");
        return report.IsGenuine ? ExitCode.Done : ExitCode.Finding;
    }
}
