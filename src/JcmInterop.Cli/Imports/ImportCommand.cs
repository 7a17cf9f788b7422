using System.CommandLine;
using JcmInterop.Cli.Operators;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using Spectre.Console;

namespace JcmInterop.Cli.Imports;

/// <summary><c>jcm import</c>: a CSV file into a node, all rows or none, and any number of times with the same effect as once.</summary>
internal sealed class ImportCommand : Command
{
    private readonly Argument<FileInfo> file = new("file") { Description = "The CSV file." };
    private readonly Option<ImportKind> kind = new("--kind") { Description = "What the file holds.", Required = true };
    private readonly Option<string> registry = new("--registry") { Description = "The bilateral registry, for example JPN-MNG." };
    private readonly Option<string> node = new("--url") { Description = "Address of the node." };
    private readonly Option<FileInfo> token = new("--token-file") { Description = "File with the bearer token of the person who imports." };
    private readonly Option<bool> check = new("--check") { Description = "Only check the file; nothing is sent." };

    public ImportCommand(Shell shell)
        : base("import", "Import projects, accounts, decisions or authorizations from a CSV file into a node: all rows or none.")
    {
        Add(file);
        Add(kind);
        Add(registry);
        Add(node);
        Add(token);
        Add(check);
        this.Does(shell, RunAsync);
    }

    private async Task<ExitCode> RunAsync(ParseResult asked, Conversation talk, CancellationToken cancellation)
    {
        var read = ImportedCommands.Read(asked.GetRequiredValue(file), asked.GetValue(kind));
        if (!read.Faults.IsEmpty) return Faulty(talk, read);
        if (asked.GetValue(check))
        {
            talk.Give(new { records = read.Commands.Length, faults = read.Faults, sent = false });
            talk.Say($"The file is in order: {read.Commands.Length} records. Nothing was sent.", $"ファイルに誤りはありません：{read.Commands.Length} 件。送信していません。");
            return ExitCode.Done;
        }

        var target = TargetRegistry(asked);
        using var client = Client(asked);
        return await SendAsync(talk, client, target, asked.GetValue(kind), read.Commands, cancellation);
    }

    private static async Task<ExitCode> SendAsync(
        Conversation talk, OperatorClient client, BilateralRegistryId registry, ImportKind kind, IReadOnlyList<LedgerCommand> commands, CancellationToken cancellation)
    {
        var purpose = $"import-{kind.ToString().ToLowerInvariant()}";
        var refusals = await AskAsync(client, registry, $"check-{purpose}", commands, isDryRun: true, cancellation);
        if (refusals.Count == 0) refusals = await AskAsync(client, registry, purpose, commands, isDryRun: false, cancellation);
        if (refusals.Count > 0) return Refused(talk, refusals);
        talk.Give(new { registry = registry.ToString(), records = commands.Count, faults = Array.Empty<object>(), sent = true });
        talk.Say($"Imported into {registry}: {commands.Count} records.", $"{registry} に {commands.Count} 件を取り込みました。");
        return ExitCode.Done;
    }

    private static async Task<List<(int Record, CommandRefused Refusal)>> AskAsync(
        OperatorClient client, BilateralRegistryId registry, string purpose, IReadOnlyList<LedgerCommand> commands, bool isDryRun, CancellationToken cancellation)
    {
        var refusals = new List<(int Record, CommandRefused Refusal)>();
        for (var i = 0; i < commands.Count; i++)
        {
            var answer = await client.ExecuteAsync(registry, commands[i], OperatorClient.KeyOf(purpose, commands[i]), isDryRun, cancellation);
            if (answer is CommandRefused refusal) refusals.Add((i + 1, refusal));
        }

        return refusals;
    }

    private BilateralRegistryId TargetRegistry(ParseResult asked) => BilateralRegistryId.TryParse(asked.GetValue(registry), out var id)
        ? id
        : throw new InputFault("Name the bilateral registry, for example --registry JPN-MNG, or use --check.", "--registry JPN-MNG のように二国間登録簿を指定するか、--check を使用してください。");

    private OperatorClient Client(ParseResult asked)
    {
        if (!Uri.TryCreate(asked.GetValue(node), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new InputFault("Name the node, for example --url http://127.0.0.1:8080, or use --check.", "--url http://127.0.0.1:8080 のようにノードを指定するか、--check を使用してください。");
        if (asked.GetValue(token) is not { Exists: true } tokenFile)
            throw new InputFault("Name an existing file with the bearer token: --token-file.", "トークンのファイルを --token-file で指定してください。");
        return new OperatorClient(address, File.ReadAllText(tokenFile.FullName).Trim());
    }

    private static ExitCode Faulty(Conversation talk, ImportedCommands read)
    {
        talk.Give(new { records = 0, faults = read.Faults, sent = false });
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns(talk.Pick("Line", "行"), talk.Pick("Column", "列"), talk.Pick("Value", "値"), talk.Pick("What is wrong", "誤り"), talk.Pick("What would be read", "対処"));
        foreach (var fault in read.Faults)
        {
            table.AddRow(
                new Text(fault.Line == 0 ? "" : $"{fault.Line}"), new Text(fault.Column), new Text(fault.Value),
                new Text(talk.Pick(fault.Reason.English, fault.Reason.Japanese)), new Text(talk.Pick(fault.Remedy.English, fault.Remedy.Japanese)));
        }

        talk.Show(table);
        talk.Say($"Nothing was imported: {read.Faults.Length} faults.", $"取り込みませんでした：誤り {read.Faults.Length} 件。");
        return ExitCode.BadInput;
    }

    private static ExitCode Refused(Conversation talk, IReadOnlyList<(int Record, CommandRefused Refusal)> refusals)
    {
        talk.Give(new { records = 0, refusals = refusals.Select(r => new { record = r.Record, answer = r.Refusal.Body }), sent = false });
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns(talk.Pick("Record", "件"), talk.Pick("Rule", "規則"), talk.Pick("Refused because", "拒否の理由"), talk.Pick("What would succeed", "対処"));
        foreach (var (record, refusal) in refusals)
        {
            table.AddRow(
                new Text($"{record}"), new Text($"{refusal.Rule}"), new Text(talk.Pick(refusal.English, refusal.Japanese)),
                new Text(talk.Pick(refusal.RemedyEnglish, refusal.RemedyJapanese)));
        }

        talk.Show(table);
        return ExitCode.Finding;
    }
}
