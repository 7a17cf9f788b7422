using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Domain.Units;

/// <summary>A run of units that share everything but the number; the ledger's smallest record.</summary>
/// <remarks>Blocks split freely; a split keeps every attribute and moves the ITMO serial by the same offset as the unit serial. One serial is
/// in exactly one block of one side.</remarks>
/// <param name="Serials">Unit serials, both ends included.</param>
/// <param name="IssuedBy">Party whose registry issued them.</param>
/// <param name="Project">Project of the reductions.</param>
/// <param name="Vintage">Calendar year of the reductions.</param>
/// <param name="Period">Monitoring period; absent where the source does not give it.</param>
/// <param name="Account">Account that holds them; for units transferred out, the account they left.</param>
/// <param name="Status">Where they stand.</param>
/// <param name="Transfer">The transfer they are reserved for, or left by.</param>
/// <param name="Authorization">The first transferring Party's authorization they fall under; absent for pre-Paris credits.</param>
/// <param name="Itmo">ITMO identity; absent until first transfer.</param>
/// <param name="FirstTransfer">First transfer; absent until it happens, set once.</param>
/// <param name="Disposal">Use or cancellation; only in terminal status.</param>
public sealed record UnitBlock(
    SerialRange Serials,
    PartyCode IssuedBy,
    ProjectReference Project,
    Vintage Vintage,
    MonitoringPeriod? Period,
    AccountNumber Account,
    BlockStatus Status,
    TransferId? Transfer = null,
    AuthorizationId? Authorization = null,
    ItmoBlock? Itmo = null,
    FirstTransfer? FirstTransfer = null,
    Disposal? Disposal = null) : LedgerItem
{
    /// <summary>Number of units.</summary>
    public UnitQuantity Quantity => Serials.Quantity;

    /// <summary>Whether the units exist on this side and can still move (held or reserved).</summary>
    public bool IsLive => Status is BlockStatus.Held or BlockStatus.Reserved;

    /// <summary>Whether nothing may happen to the units any more.</summary>
    public bool IsTerminal => Status is BlockStatus.UsedTowardsNdc or BlockStatus.Cancelled;

    /// <summary>The part from <paramref name="first"/> to <paramref name="final"/>, both included, with its own share of the ITMO identity.</summary>
    public UnitBlock Part(long first, long final) => first == Serials.First && final == Serials.Final
        ? this
        : this with { Serials = Serials.Slice(first, final), Itmo = Itmo?.From(first - Serials.First) };

    /// <inheritdoc/>
    public override string ItemKey() => Key(Serials);

    /// <summary>The run of units as it is told to the partner.</summary>
    public UnitRun Run() => new(Serials, IssuedBy, Project, Vintage, Period, Authorization, Itmo, FirstTransfer);

    internal static string Key(SerialRange serials) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{serials.Prefix}|{serials.First}|{serials.Suffix}");
}
