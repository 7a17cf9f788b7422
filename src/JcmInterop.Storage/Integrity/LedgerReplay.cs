using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Canonical;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;

namespace JcmInterop.Storage.Integrity;

/// <summary>Applies the events of a journal one by one and compares where they lead with the state tables.</summary>
internal sealed class LedgerReplay(BilateralRegistryId registry)
{
    private LedgerState state = LedgerState.Empty;
    private IntegrityFinding? stopped;

    public void Apply(JournalRow row)
    {
        if (stopped is not null || !LedgerRows.IsEvent(row.Entry)) return;
        try
        {
            state = RegistryLedger.Apply(state, LedgerRows.Event(row.Entry)).WithoutChanges();
        }
        catch (MalformedJsonException error)
        {
            stopped = Stopped(row, $"The event cannot be read: {error.Message}", "イベントを読み取れません。");
        }
        catch (LedgerDefectException error)
        {
            stopped = Stopped(row, $"The event does not fit the state before it: {error.Message}", "イベントが直前の状態と整合しません。");
        }
    }

    public IEnumerable<IntegrityFinding> Compare(IReadOnlyList<StateItem> stored)
    {
        if (stopped is not null)
        {
            yield return stopped;
            yield break;
        }
        var expected = state.Items().Select(LedgerRows.Of).ToDictionary(row => (row.Kind, row.Key));
        foreach (var item in stored)
        {
            if (!expected.Remove((item.Kind, item.Key), out var row))
                yield return Differs(item.Kind, item.Key, "The item is in the state tables, but the journal does not lead to it.", "ジャーナルに基づかない項目があります。");
            else if (!row.Body!.Value.Span.SequenceEqual(item.Body.Span))
                yield return Differs(item.Kind, item.Key, "The item differs from what the journal leads to.", "項目がジャーナルの結果と異なります。");
        }
        foreach (var (kind, key) in expected.Keys)
            yield return Differs(kind, key, "The journal leads to this item, but it is not in the state tables.", "ジャーナルの結果にある項目が欠けています。");
        foreach (var violation in LedgerLaws.Check(state))
            yield return new IntegrityFinding(registry, IntegrityCheck.Laws, "state", violation, "台帳の法則に反しています。");
    }

    private IntegrityFinding Stopped(JournalRow row, string english, string japanese) =>
        new(registry, IntegrityCheck.Replay, $"journal position {row.Position}", english, japanese);

    private IntegrityFinding Differs(string kind, string key, string english, string japanese) =>
        new(registry, IntegrityCheck.Replay, $"{kind} {key}", english, japanese);
}
