using System.CommandLine;
using JcmInterop.Cli.Records;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Grains.Registries;
using JcmInterop.Messages.Verification;
using JcmInterop.Server.Configuration;
using JcmInterop.Storage.Integrity;
using JcmInterop.Storage.Relational;
using JcmInterop.Storage.Sqlite;
using Spectre.Console;

namespace JcmInterop.Cli.Ledgers;

/// <summary><c>jcm fsck</c>: a node's store against itself: hash chains, receipts, replay of the journal, laws of the ledger.</summary>
internal sealed class FsckCommand : Command
{
    private readonly Option<DirectoryInfo> data = new("--data") { Description = "Data directory of a stopped node with the embedded store." };
    private readonly Option<FileInfo> configuration = new("--config") { Description = "Configuration of a node; with PostgreSQL it may run." };

    public FsckCommand(Shell shell)
        : base("fsck", "Check the store of a node: hash chains, receipts, replay of the journal, laws of the ledger. Nothing is changed.")
    {
        Add(data);
        Add(configuration);
        this.Does(shell, CheckAsync);
    }

    private async Task<ExitCode> CheckAsync(ParseResult asked, Conversation talk, CancellationToken cancellation)
    {
        using var settings = Settings(asked);
        await using var store = Open(asked, settings);
        var damage = store is SqliteRegistryStore file ? await file.FindDamageAsync(cancellation) : null;
        var findings = await StoreCheck.RunAsync(store, (registry, state) => Keys(settings, registry, state), cancellation);
        var registries = await store.RegistriesAsync(cancellation);
        talk.Give(new { store = store.Place, registries = registries.Select(r => r.ToString()), damage, findings = findings.Select(Shown) });
        if (damage is not null) talk.Say($"The file is damaged: {damage}", $"ファイルが破損しています：{damage}");
        var outcome = Tell(talk, registries.Count, findings, isWell: damage is null);
        return damage is null ? outcome : ExitCode.Finding;
    }

    /// <summary>Tells a person what a check found.</summary>
    public static ExitCode Tell(Conversation talk, int registries, IReadOnlyList<IntegrityFinding> findings, bool isWell = true)
    {
        if (findings.Count > 0)
        {
            talk.Show(Table(talk, findings));
            return ExitCode.Finding;
        }

        if (isWell)
        {
            talk.Say(
                $"All is well: {registries} registries, hash chains, receipts, message rows, checkpoints, replay and laws checked.",
                $"問題はありません：登録簿 {registries} 件のハッシュ鎖、受領証、メッセージの行、チェックポイント、再生結果、法則を確認しました。");
        }

        return ExitCode.Done;
    }

    /// <summary>A finding as a program reads it.</summary>
    public static object Shown(IntegrityFinding finding) =>
        new { registry = finding.Registry.ToString(), check = finding.Check, place = finding.Place, english = finding.English, japanese = finding.Japanese };

    private CheckedSettings? Settings(ParseResult asked)
    {
        if (asked.GetValue(configuration) is null == (asked.GetValue(data) is null))
            throw new InputFault("Name either --data or --config.", "--data か --config のどちらか一方を指定してください。");
        return asked.GetValue(configuration) is { } file ? CheckedSettings.Read(file) : null;
    }

    private RelationalRegistryStore Open(ParseResult asked, CheckedSettings? settings) => settings is null
        ? NodeRecord.OpenFile(Path.Combine(asked.GetRequiredValue(data).FullName, NodeSettings.StoreFile))
        : NodeRecord.OpenStore(settings.Value);

    // Only the configuration has the partner's first keys.
    private static KeySet? Keys(CheckedSettings? settings, BilateralRegistryId registry, LedgerState state)
    {
        if (settings is null || !settings.Value.Registries.TryFind(registry.ToString(), out var known)) return null;
        var keys = RegistryKeys.Of(known, state);
        return new KeySet(keys.Own, keys.Partner);
    }

    private static Table Table(Conversation talk, IReadOnlyList<IntegrityFinding> findings)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns(talk.Pick("Registry", "登録簿"), talk.Pick("Check", "検査"), talk.Pick("Place", "箇所"), talk.Pick("Finding", "指摘"));
        foreach (var finding in findings)
            table.AddRow(new Text($"{finding.Registry}"), new Text($"{finding.Check}"), new Text(finding.Place), new Text(talk.Pick(finding.English, finding.Japanese)));
        return table;
    }
}
