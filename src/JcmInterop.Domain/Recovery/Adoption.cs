using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Recovery;

/// <summary>Turns a message this side had sent back into what had happened on this side.</summary>
internal static class Adoption
{
    /// <summary>Why a message does not follow from the state, in both languages; nothing where it does.</summary>
    public static (string English, string Japanese)? Obstacle(LedgerState state, LedgerSettings settings, PartnerMessage? said, OwnWords words) => said switch
    {
        TransferProposal m => m.Transfers.Select(o => OfOffer(state, o)).FirstOrDefault(o => o is not null),
        TransferApproval m => m.Transfers.Select(o => OfOffer(state, o)).FirstOrDefault(o => o is not null),
        TransferCompletion m => m.Transfers.Select(t => OfCompletion(state, t, words)).FirstOrDefault(o => o is not null),
        TransferCancellation m => m.Transfers.Select(t => OfTransfer(state, t.Id, TransferRole.Transferring, TransferState.Cancelled)).FirstOrDefault(o => o is not null),
        TransferRefusal m => m.Transfers.Select(t => OfTransfer(state, t.Id, TransferRole.Acquiring, TransferState.Refused)).FirstOrDefault(o => o is not null),
        TransferAcceptance m => m.Transfers.Select(t => OfTransfer(state, t.Id, TransferRole.Acquiring, TransferState.Accepted) ?? OfAccount(state, t.AcquiringAccount)).FirstOrDefault(o => o is not null),
        LegNotice m => OfLeg(state, settings, m),
        DisposalNotice m => OfDisposal(state, m),
        AuthorizationChange m when state.Authorization(settings.Party, m.Authorization.Id) is null => Missing($"authorization {m.Authorization.Id}", $"承認 {m.Authorization.Id}"),
        RevocationNotice m when state.Authorization(settings.Party, m.Id) is null => Missing($"authorization {m.Id}", $"承認 {m.Id}"),
        _ => null,
    };

    /// <summary>What had happened when a message was said. What the state has already is not said twice.</summary>
    public static IEnumerable<LedgerEvent> Events(LedgerState state, LedgerSettings settings, PartnerMessage? said, DateTimeOffset at, OwnWords words)
    {
        var own = settings.Party;
        return said switch
        {
            TransferProposal m => Offered(state, m.Transfers, at),
            TransferApproval m => Offered(state, m.Transfers, at),
            TransferCompletion m => m.Transfers.Where(t => state.Transfers[t.Id].IsOpen).Select(t => new TransferCompleted(t.Id, words.AcceptedInto(t.Id)!.Value, t.On, t.Units, at)),
            TransferCancellation m => m.Transfers.Where(t => state.Transfers[t.Id].IsOpen).Select(t => new TransferCancelled(t.Id, t.Reason, at)),
            TransferRefusal m => m.Transfers.Where(t => state.Transfers[t.Id].IsOpen).Select(t => new TransferRefused(t.Id, t.Refusal, at)),
            TransferAcceptance m => m.Transfers.Where(t => state.Transfers[t.Id].State == TransferState.Proposed).Select(t => new TransferAccepted(t.Id, t.AcquiringAccount, t.On, at)),
            DecisionNotice m when state.Decisions.GetValueOrDefault(m.Decision.Id)?.Own is null => [new DecisionRecorded(m.Decision)],
            LegNotice m when state.Leg(m.Decision, m.LineId, own) is { Blocks.IsEmpty: true } => Followed(
                state, settings, at, new LegIssued(m.Decision, m.LineId, own, m.Project, Period(state, m), m.IssuedOn, m.Blocks), d => FirstTransferEvents.OnIssuance(d, m.Blocks.Select(b => b.Serials), m.IssuedOn)),
            AuthorizationNotice m when state.Authorization(own, m.Authorization.Id) is null => Followed(
                state, settings, at, new AuthorizationRecorded(m.Authorization), d => FirstTransferEvents.OnAuthorization(d, m.Authorization.Id)),
            AuthorizationChange m when state.Authorization(own, m.Authorization.Id)!.Authorization.Version < m.Authorization.Version => Followed(
                state, settings, at, new AuthorizationChanged(m.Authorization, m.ChangedOn, m.AppliesToFirstTransferred), d => FirstTransferEvents.OnAuthorization(d, m.Authorization.Id)),
            RevocationNotice m when state.Authorization(own, m.Id)!.RevokedOn is null => [new AuthorizationRevoked(own, m.Id, m.RevokedOn)],
            DisposalNotice m => [Disposed(state, m)],
            Hello m => [new HelloTold(own, m, at)],
            KeyIntroduction m when !state.Keys.ContainsKey(NodeKey.Key(own, m.KeyId)) => [new KeyPinned(new NodeKey(own, m.KeyId, m.PublicKey, m.ValidFrom, m.ValidTo, null))],
            KeyWithdrawal m when KeyBook.Find(state, settings, own, m.KeyId) is { } key => [new KeyEnded(key with { ValidTo = m.EndsAt, EndReason = m.Reason })],
            StatusQuery m => [new StatusAsked(m.Transfers, m.Heads, at)],
            TestMessage m => [new TestSent(m.Text)],
            _ => [],
        };
    }

    // First transfers that an authorization or an issuance makes are told to nobody; the same state gives the same ones again.
    private static ImmutableArray<LedgerEvent> Followed(LedgerState state, LedgerSettings settings, DateTimeOffset at, LedgerEvent happened, Action<Deciding> follows)
    {
        var deciding = new Deciding(state, settings, at);
        deciding.Record(happened);
        follows(deciding);
        return ((Outcome.Accepted)deciding.Accept()).Events;
    }

    // Units that were first transferred when they were offered were so by an act that told the partner nothing but the offer.
    private static IEnumerable<LedgerEvent> Offered(LedgerState state, IEnumerable<TransferOffer> offers, DateTimeOffset at)
    {
        foreach (var offer in offers.Where(o => !state.Transfers.ContainsKey(o.Id)))
        {
            if (offer.Units.RemoveAll(u => !IsFirstTransferredSince(state, u)) is { IsEmpty: false } units) yield return new UnitsFirstTransferred(units);
            yield return new TransferOffered(offer, at);
        }
    }

    private static bool IsFirstTransferredSince(LedgerState state, UnitRun unit) => unit.FirstTransfer is not null && state.BlocksOverlapping(unit.Serials).All(b => b.FirstTransfer is null);

    private static (string English, string Japanese)? OfOffer(LedgerState state, TransferOffer offer)
    {
        if (state.Transfers.TryGetValue(offer.Id, out var known))
            return known.Role == TransferRole.Transferring && known.Offer.SameAs(offer) ? null : Odd(offer.Id);
        foreach (var unit in offer.Units)
        {
            var blocks = state.BlocksOverlapping(unit.Serials).ToList();
            if (blocks.Exists(b => b.Status != BlockStatus.Held || b.Account != offer.TransferringAccount) || Covered(blocks, unit.Serials) != unit.Quantity.Tonnes)
                return Missing($"the units {unit.Serials} held in account {offer.TransferringAccount}", $"口座 {offer.TransferringAccount} で保有するクレジット {unit.Serials}");
        }

        return OfIdentities(state, offer.Units.Where(u => IsFirstTransferredSince(state, u)));
    }

    private static (string English, string Japanese)? OfCompletion(LedgerState state, CompletedTransfer end, OwnWords words)
    {
        if (OfTransfer(state, end.Id, TransferRole.Transferring, TransferState.Completed) is { } obstacle) return obstacle;
        var transfer = state.Transfers[end.Id];
        if (!transfer.IsOpen) return null;
        if (words.AcceptedInto(end.Id) is null) return Missing($"the acceptance of transfer {end.Id}", $"移転 {end.Id} の受諾");
        return OfIdentities(state, end.Units.Zip(transfer.Offer.Units).Where(pair => pair.Second.FirstTransfer is null).Select(pair => pair.First));
    }

    // ITMO serials follow one another; a gap was given away by an act that told the partner nothing.
    private static (string English, string Japanese)? OfIdentities(LedgerState state, IEnumerable<UnitRun> units)
    {
        var next = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var unit in units)
        {
            if (unit.Itmo is not { } itmo) continue;
            var series = FirstTransferring.Series(itmo, unit.Vintage);
            var expected = next.GetValueOrDefault(series, state.Next(series));
            if (itmo.FirstSerial != expected)
                return Missing($"the first transfers that were given the ITMO serials {series} {expected} to {itmo.FirstSerial - 1}", $"ITMO識別番号 {series} {expected}～{itmo.FirstSerial - 1} を付与した最初の移転");
            next[series] = checked(itmo.FirstSerial + unit.Quantity.Tonnes);
        }

        return null;
    }

    private static (string English, string Japanese)? OfTransfer(LedgerState state, TransferId id, TransferRole role, TransferState said)
    {
        if (!state.Transfers.TryGetValue(id, out var known)) return Missing($"transfer {id}", $"移転 {id}");
        if (known.Role != role) return Odd(id);
        var isRepeated = known.State == said || (said == TransferState.Accepted && !known.IsOpen && known.AcquiringAccount is not null);
        return known.State == TransferState.Proposed || isRepeated ? null : Odd(id);
    }

    private static (string English, string Japanese)? OfLeg(LedgerState state, LedgerSettings settings, LegNotice notice)
    {
        if (state.Leg(notice.Decision, notice.LineId, settings.Party) is not { } leg) return Missing($"decision {notice.Decision}, line {notice.LineId}", $"決定 {notice.Decision}、項目 {notice.LineId}");
        if (!leg.Blocks.IsEmpty) return null;
        if (notice.Blocks.Select(b => OfAccount(state, b.Account)).FirstOrDefault(o => o is not null) is { } missing) return missing;
        var taken = notice.Blocks.FirstOrDefault(b => state.BlocksOverlapping(b.Serials).Any() || state.Next(IssuanceEffects.SerialSeries(b.Serials)) > b.Serials.First);
        return taken is null ? null : ($"Serials {taken.Serials} are on other units now.", $"識別番号 {taken.Serials} は現在、別のクレジットに付与されています。");
    }

    private static (string English, string Japanese)? OfDisposal(LedgerState state, DisposalNotice notice)
    {
        if (TerminalAccount(state, notice.Disposal) is null) return Missing("the one account of its kind that the units went into", "クレジットの移動先となる唯一の口座");
        var strange = notice.Units.FirstOrDefault(u => state.BlocksOverlapping(u.Serials).ToList() is var blocks
            && (blocks.Exists(b => b.Status != BlockStatus.Held || b.Account != blocks[0].Account) || Covered(blocks, u.Serials) != u.Quantity.Tonnes));
        return strange is null ? null : Missing($"the units {strange.Serials}, held in one account", $"一つの口座で保有するクレジット {strange.Serials}");
    }

    private static (string English, string Japanese)? OfAccount(LedgerState state, AccountNumber account) =>
        state.Accounts.ContainsKey(account) ? null : Missing($"account {account}", $"口座 {account}");

    // The notice does not name accounts: the units tell the one they were in, and there is one account where such units go.
    private static LedgerEvent Disposed(LedgerState state, DisposalNotice notice)
    {
        var from = state.BlocksOverlapping(notice.Units[0].Serials).First().Account;
        var to = TerminalAccount(state, notice.Disposal)!.Value;
        return notice.Disposal.UsedForYear is null ? new UnitsCancelled(from, to, notice.Disposal, notice.Units) : new UnitsUsed(from, to, notice.Disposal, notice.Units);
    }

    private static AccountNumber? TerminalAccount(LedgerState state, Disposal disposal)
    {
        var kind = disposal.UsedForYear is null ? AccountKind.Cancellation : AccountKind.Retirement;
        return state.Accounts.Values.Where(a => a.Kind == kind).Take(2).ToList() is [var only] ? only.Number : null;
    }

    private static MonitoringPeriod? Period(LedgerState state, LegNotice notice) =>
        state.Decisions[notice.Decision].Own!.Lines.Single(l => l.LineId == notice.LineId).Period;

    private static long Covered(IEnumerable<UnitBlock> blocks, SerialRange serials) =>
        blocks.Sum(b => Math.Min(b.Serials.Final, serials.Final) - Math.Max(b.Serials.First, serials.First) + 1);

    private static (string English, string Japanese) Missing(string what, string japanese) =>
        ($"What it builds on is missing here: {what}. Give the act again that was lost and told to nobody.", $"前提となる記録がありません：{japanese}。相手に通知されていない失われた操作を、もう一度行ってください。");

    private static (string English, string Japanese) Odd(TransferId id) =>
        ($"Transfer {id} stands otherwise here: this side has decided since it was restored.", $"移転 {id} の状態が異なります。復元後に別の決定が行われています。");
}
