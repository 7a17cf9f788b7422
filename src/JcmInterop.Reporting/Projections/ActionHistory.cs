using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Projections;

/// <summary>What one Party did with ITMOs of one pair, read from the journal: as effective up to one day and as recorded up to one moment.</summary>
/// <remarks>Units whose first transfer is not resolved are no ITMOs yet: they are neither actions nor holdings here, whatever happens to them.</remarks>
public sealed class ActionHistory
{
    private readonly List<UnitAction> actions = [];
    private readonly Dictionary<(PartyCode, AuthorizationId, int), RecordedAuthorization> authorizations = [];
    private readonly Dictionary<TransferId, TransferOffer> offers = [];
    private readonly List<AccountHolder> holders = [];
    private readonly List<UnitAction> leftOut = [];
    private readonly HashSet<TransferId> completed = [];

    private ActionHistory(PartyCode party, DateOnly? effectiveUntil)
    {
        Party = party;
        EffectiveUntil = effectiveUntil;
    }

    /// <summary>This side.</summary>
    public PartyCode Party { get; }

    /// <summary>Last effective day that counts, included; nothing when all do.</summary>
    public DateOnly? EffectiveUntil { get; }

    /// <summary>Actions on ITMOs in the order of the journal.</summary>
    public IReadOnlyList<UnitAction> Actions => actions;

    /// <summary>Actions that are reported nowhere because the first transfer of their units is not resolved; they have no ITMO identity.</summary>
    public IReadOnlyList<UnitAction> LeftOut => leftOut;

    /// <summary>Transfers that were offered and did not move units: refused, cancelled, still open, or effective after <see cref="EffectiveUntil"/>.</summary>
    public IReadOnlyList<TransferOffer> UnfinishedTransfers => [.. offers.Values.Where(o => !completed.Contains(o.Id))];

    /// <summary>Authorizations of both Parties, every version.</summary>
    public IReadOnlyCollection<RecordedAuthorization> Authorizations => authorizations.Values;

    /// <summary>Holders of this side's accounts that have an identification number.</summary>
    public IReadOnlyCollection<AccountHolder> Entities => holders;

    /// <summary>Reads a history.</summary>
    /// <param name="party">This side.</param>
    /// <param name="events">The journal of this side, in order.</param>
    /// <param name="effectiveUntil">Last effective day that counts, included.</param>
    /// <param name="recordedUntil">Last moment of recording that counts, included.</param>
    public static ActionHistory Read(PartyCode party, IEnumerable<RecordedEvent> events, DateOnly? effectiveUntil = null, DateTimeOffset? recordedUntil = null)
    {
        var history = new ActionHistory(party, effectiveUntil);
        foreach (var recorded in events.Where(e => !(e.RecordedAt > recordedUntil))) history.Take(recorded);
        return history;
    }

    /// <summary>ITMOs held by this side at the end of a day, neighbouring runs joined.</summary>
    /// <param name="day">The day, not after <see cref="EffectiveUntil"/>.</param>
    public IEnumerable<UnitRun> HoldingsAtEndOf(DateOnly day)
    {
        var held = new HeldRuns();
        foreach (var action in actions.Where(a => a.On <= day))
        {
            if (action.Kind == UnitActionKind.Acquisition || action.IsInPlace) held.Add(action.Units);
            else held.Remove(action.Units.Serials);
        }

        return held.Joined();
    }

    /// <summary>The authorization a first transfer happened under, in the version in force on its day, or nothing when this side does not know it.</summary>
    public RecordedAuthorization? AuthorizationOf(UnitRun units) => authorizations.Values
        .Where(a => a.Authorization.AuthorizingParty == units.Itmo?.FirstTransferringParty && a.Authorization.Id == units.FirstTransfer?.Authorization && !(a.ChangedOn > units.FirstTransfer.On))
        .MaxBy(a => a.Authorization.Version);

    private void Take(RecordedEvent recorded)
    {
        switch (recorded.Event)
        {
            case AccountOpened { Account.Holder: { IdentificationNumber: not null } holder }: holders.Add(holder); break;
            case AuthorizationRecorded e when Counts(e.Authorization.AuthorizedOn):
                authorizations[(e.Authorization.AuthorizingParty, e.Authorization.Id, e.Authorization.Version)] = new RecordedAuthorization(e.Authorization, null);
                break;
            case AuthorizationChanged e when Counts(e.ChangedOn):
                authorizations[(e.Authorization.AuthorizingParty, e.Authorization.Id, e.Authorization.Version)] = new RecordedAuthorization(e.Authorization, null) { ChangedOn = e.ChangedOn };
                break;
            case AuthorizationRevoked e when Counts(e.RevokedOn):
                foreach (var key in authorizations.Keys.Where(k => k.Item1 == e.AuthorizingParty && k.Item2 == e.Id).ToList())
                    authorizations[key] = authorizations[key] with { RevokedOn = e.RevokedOn };
                break;
            case TransferOffered e: offers[e.Offer.Id] = e.Offer; break;
            case TransferReceived e: offers[e.Offer.Id] = e.Offer; break;
            case TransferCompleted e when Counts(e.On): Complete(e, recorded.RecordedAt); break;
            case UnitsFirstTransferred e:
                foreach (var run in e.Units.Where(u => Counts(u.FirstTransfer!.On)))
                    Add(new UnitAction(UnitActionKind.FirstTransfer, run.FirstTransfer!.On, recorded.RecordedAt, run, null, null) { IsFirstTransfer = true });
                break;
            case UnitsUsed e when Counts(e.Disposal.On):
                foreach (var run in e.Units) Add(new UnitAction(UnitActionKind.Use, e.Disposal.On, recorded.RecordedAt, run, null, e.Disposal));
                break;
            case UnitsCancelled e when Counts(e.Disposal.On):
                foreach (var run in e.Units) Add(Cancelled(run, e.Disposal, recorded.RecordedAt));
                break;
            default: break;
        }
    }

    private void Complete(TransferCompleted e, DateTimeOffset recordedAt)
    {
        var offer = offers[e.Id];
        completed.Add(e.Id);
        foreach (var run in e.Units)
        {
            var wasFirst = offer.Units.Any(u => u.Serials.Overlaps(run.Serials) && u.FirstTransfer is null);
            var kind = offer.AcquiringParty == Party ? UnitActionKind.Acquisition : wasFirst ? UnitActionKind.FirstTransfer : UnitActionKind.Transfer;
            Add(new UnitAction(kind, e.On, recordedAt, run, kind == UnitActionKind.Acquisition ? offer.TransferringParty : offer.AcquiringParty, null) { Transfer = e.Id, IsFirstTransfer = wasFirst });
        }
    }

    // A cancellation that is itself the first transfer carries a trigger no earlier event could have set.
    private bool IsFirstTransferredBy(UnitRun run, Disposal disposal) =>
        run.FirstTransfer is { Trigger: FirstTransferTrigger.UseOrCancellation or FirstTransferTrigger.OverallMitigation } first
        && first.On == disposal.On && run.Itmo?.FirstTransferringParty == Party;

    private UnitAction Cancelled(UnitRun run, Disposal disposal, DateTimeOffset recordedAt)
    {
        var isFirst = IsFirstTransferredBy(run, disposal);
        return new UnitAction(isFirst ? UnitActionKind.FirstTransfer : UnitActionKind.Cancellation, disposal.On, recordedAt, run, null, disposal) { IsFirstTransfer = isFirst };
    }

    private void Add(UnitAction action) => (action.Units is { Itmo: not null, FirstTransfer: not null } ? actions : leftOut).Add(action);

    private bool Counts(DateOnly on) => !(on > EffectiveUntil);
}
