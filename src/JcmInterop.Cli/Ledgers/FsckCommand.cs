using System.CommandLine;
using JcmInterop.Cli.Records;
using JcmInterop.Cli.Terminal;
using JcmInterop.Server.Configuration;
using JcmInterop.Storage.Integrity;
using Spectre.Console;

namespace JcmInterop.Cli.Ledgers;

/// <summary><c>jcm fsck</c>: a node's store against itself: hash chains, receipts, replay of the journal, laws of the ledger.</summary>
internal sealed class FsckCommand : Command
{
    private readonly Option<DirectoryInfo> data = new("--data") { Description = "Data directory of a stopped node.", Required = true };

    public FsckCommand(Shell shell)
        : base("fsck", "Check the store of a stopped node: hash chains, receipts, replay of the journal, laws of the ledger. Nothing is changed.")
    {
        Add(data);
        this.Does(shell, CheckAsync);
    }

    private async Task<ExitCode> CheckAsync(ParseResult asked, Conversation talk, CancellationToken cancellation)
    {
        var path = Path.Combine(asked.GetRequiredValue(data).FullName, NodeSettings.StoreFile);
        await using var store = NodeRecord.OpenStore(path);
        var damage = await store.FindDamageAsync(cancellation);
        var findings = await StoreCheck.RunAsync(store, cancellation);
        var registries = await store.RegistriesAsync(cancellation);
        talk.Give(new { store = path, registries = registries.Select(r => r.ToString()), damage, findings = findings.Select(Shown) });
        if (damage is not null) talk.Say($"The file is damaged: {damage}", $"ファイルが破損しています：{damage}");
        if (findings.Count > 0) talk.Show(Table(talk, findings));
        if (damage is not null || findings.Count > 0) return ExitCode.Finding;
        talk.Say(
            $"All is well: {registries.Count} registries, hash chains, receipts, replay and laws checked.",
            $"問題はありません：登録簿 {registries.Count} 件のハッシュ鎖、受領証、再生結果、法則を確認しました。");
        return ExitCode.Done;
    }

    private static object Shown(IntegrityFinding finding) =>
        new { registry = finding.Registry.ToString(), check = finding.Check, place = finding.Place, english = finding.English, japanese = finding.Japanese };

    private static Table Table(Conversation talk, IReadOnlyList<IntegrityFinding> findings)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns(talk.Pick("Registry", "登録簿"), talk.Pick("Check", "検査"), talk.Pick("Place", "箇所"), talk.Pick("Finding", "指摘"));
        foreach (var finding in findings)
            table.AddRow(new Text($"{finding.Registry}"), new Text($"{finding.Check}"), new Text(finding.Place), new Text(talk.Pick(finding.English, finding.Japanese)));
        return table;
    }
}
