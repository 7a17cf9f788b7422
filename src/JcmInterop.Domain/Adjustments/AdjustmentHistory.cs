using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Adjustments;

/// <summary>The first transfers and uses of one Party, taken from the journals of its bilateral registries event by event.</summary>
/// <remarks>Nothing here decides: what the ledger recorded is put into the form the calculation reads. Events of one registry come in the order of its journal;
/// those of several registries may come in any order. Units without an ITMO identity are no records.</remarks>
/// <param name="party">Whose first transfers and uses; its own journals.</param>
public sealed class AdjustmentHistory(PartyCode party)
{
    private readonly List<FirstTransferRecord> firstTransfers = [];
    private readonly List<UseRecord> uses = [];
    private readonly Dictionary<(BilateralRegistryId, TransferId), TransferOffer> open = [];
    private readonly Dictionary<(BilateralRegistryId, PartyCode, AuthorizationId), List<(DateOnly From, Authorization Terms)>> versions = [];

    /// <summary>First transfers by the Party so far. One to another Party, under an authorization that covers NDC use, is for NDC use; every other is not.</summary>
    public IReadOnlyList<FirstTransferRecord> FirstTransfers => firstTransfers;

    /// <summary>Uses by the Party towards its NDC so far.</summary>
    public IReadOnlyList<UseRecord> Uses => uses;

    /// <summary>Takes the next event of a journal.</summary>
    /// <param name="registry">Whose journal.</param>
    /// <param name="position">Its place there, from 1.</param>
    /// <param name="recordedAt">When it was recorded; its day in UTC is the day of recording.</param>
    /// <param name="happened">The event.</param>
    public void Take(BilateralRegistryId registry, long position, DateTimeOffset recordedAt, LedgerEvent happened)
    {
        var row = new Row(registry, position, DateOnly.FromDateTime(recordedAt.UtcDateTime));
        switch (happened)
        {
            case AuthorizationRecorded e: Know(registry, e.Authorization, e.Authorization.AuthorizedOn); break;
            case AuthorizationChanged e: Know(registry, e.Authorization, e.ChangedOn); break;
            case TransferOffered e: open[(registry, e.Offer.Id)] = e.Offer; break;
            case TransferRefused e: open.Remove((registry, e.Id)); break;
            case TransferCancelled e: open.Remove((registry, e.Id)); break;
            case TransferCompleted e when open.Remove((registry, e.Id), out var offer): Complete(row, offer, e); break;
            case UnitsUsed { Disposal.UsedForYear: { } year } e:
                foreach (var run in e.Units) Use(row, run, year, e.Disposal.On);
                break;
            case UnitsFirstTransferred e:
                foreach (var run in e.Units) FirstTransfer(row, run, null, null);
                break;
            case UnitsCancelled e:
                foreach (var run in e.Units.Where(u => IsFirstTransferredBy(u, e.Disposal))) FirstTransfer(row, run, null, null);
                break;
            default: break;
        }
    }

    // An offer received is no first transfer of this Party, so only those it made are kept.
    private void Complete(Row row, TransferOffer offer, TransferCompleted e)
    {
        var fresh = offer.Units.Where(u => u.FirstTransfer is null).Select(u => u.Serials).ToHashSet();
        foreach (var run in e.Units.Where(u => fresh.Contains(u.Serials))) FirstTransfer(row, run, offer.AcquiringParty, e.Id);
    }

    private void FirstTransfer(Row row, UnitRun run, PartyCode? acquirer, TransferId? transfer)
    {
        if (run is not { FirstTransfer: { } first, Itmo: not null }) return;
        var terms = Terms(row.Registry, run);
        var isForNdc = first.Trigger == FirstTransferTrigger.InternationalTransfer && terms?.Uses.HasFlag(AuthorizedUses.Ndc) != false;
        var purpose = isForNdc ? FirstTransferPurpose.Ndc : FirstTransferPurpose.OtherInternationalMitigation;
        firstTransfers.Add(new FirstTransferRecord(run.Vintage, run.Quantity, purpose, first.On, row.On) { Origin = Origin(row, run, terms, acquirer, transfer) });
    }

    private void Use(Row row, UnitRun run, int year, DateOnly on)
    {
        if (run is not { FirstTransfer: not null, Itmo: not null }) return;
        uses.Add(new UseRecord(year, run.Vintage, run.Quantity, on, row.On) { Origin = Origin(row, run, Terms(row.Registry, run), party, null) });
    }

    // A cancellation that is itself the first transfer carries a trigger no earlier event could have set.
    private bool IsFirstTransferredBy(UnitRun run, Disposal disposal) =>
        run.FirstTransfer is { Trigger: FirstTransferTrigger.UseOrCancellation or FirstTransferTrigger.OverallMitigation } first
        && first.On == disposal.On && run.Itmo?.FirstTransferringParty == party;

    private void Know(BilateralRegistryId registry, Authorization terms, DateOnly from)
    {
        var key = (registry, terms.AuthorizingParty, terms.Id);
        if (!versions.TryGetValue(key, out var known)) versions[key] = known = [];
        known.Add((from, terms));
    }

    private Authorization? Terms(BilateralRegistryId registry, UnitRun run) =>
        versions.TryGetValue((registry, run.Itmo!.FirstTransferringParty, run.FirstTransfer!.Authorization), out var known)
            ? known.Where((v, i) => i == 0 || v.From <= run.FirstTransfer.On).Last().Terms
            : null;

    private static AdjustmentOrigin Origin(Row row, UnitRun run, Authorization? terms, PartyCode? usingParty, TransferId? transfer) => new()
    {
        Serials = run.Serials,
        Itmo = run.Itmo,
        CooperativeApproach = run.Itmo!.CooperativeApproach,
        TransferringParty = run.Itmo.FirstTransferringParty,
        UsingParty = usingParty,
        Sector = terms?.Sectors is { IsEmpty: false } sectors ? string.Join("; ", sectors) : null,
        Authorization = run.FirstTransfer!.Authorization,
        Transfer = transfer,
        Registry = row.Registry,
        JournalPosition = row.Position,
    };

    private readonly record struct Row(BilateralRegistryId Registry, long Position, DateOnly On);
}
