using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Adjustments;

/// <summary>Where a record comes from: the block and the event or message that anybody can look up. What the source does not give is absent.</summary>
/// <remarks>Nothing here changes a figure; it is what a figure opens to, and what amounts are broken down by (2/CMA.3 annex, paragraph 23(j)).</remarks>
public sealed record AdjustmentOrigin
{
    /// <summary>A record of which only dates and quantity are known.</summary>
    public static AdjustmentOrigin Unknown { get; } = new();

    /// <summary>Serials of the units, both ends included.</summary>
    public SerialRange? Serials { get; init; }

    /// <summary>Their ITMO identity.</summary>
    public ItmoBlock? Itmo { get; init; }

    /// <summary>Cooperative approach they were transferred under.</summary>
    public CooperativeApproachId? CooperativeApproach { get; init; }

    /// <summary>The Party that first transferred them.</summary>
    public PartyCode? TransferringParty { get; init; }

    /// <summary>The Party that acquired or used them; absent for a cancellation by an entity.</summary>
    public PartyCode? UsingParty { get; init; }

    /// <summary>Sector of the activity, in the words of the authorization.</summary>
    public string? Sector { get; init; }

    /// <summary>Authorization of the first transfer.</summary>
    public AuthorizationId? Authorization { get; init; }

    /// <summary>Transfer that moved them; its messages and receipts are kept under this id.</summary>
    public TransferId? Transfer { get; init; }

    /// <summary>Bilateral registry whose journal has the event.</summary>
    public BilateralRegistryId? Registry { get; init; }

    /// <summary>Place of the event in the journal of <see cref="Registry"/>, counted from 1.</summary>
    public long? JournalPosition { get; init; }

    /// <summary>Anything else that finds the record in its source, for example a row of an imported file.</summary>
    public string? Reference { get; init; }

    /// <summary>Whether the record is only supposed, for a calculation of what would be; nothing of it is in a ledger.</summary>
    public bool IsHypothetical { get; init; }
}
