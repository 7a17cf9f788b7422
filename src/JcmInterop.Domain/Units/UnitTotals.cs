using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Programme;

namespace JcmInterop.Domain.Units;

/// <summary>Totals of one project and vintage on this side, in whole tonnes.</summary>
/// <remarks>Law 2: <c>Issued + Acquired = Held + Reserved + TransferredOut + UsedTowardsNdc + Cancelled</c>. Units that come back from the
/// partner are counted once: they leave <see cref="TransferredOut"/> again.</remarks>
/// <param name="Project">The project.</param>
/// <param name="Vintage">The vintage.</param>
/// <param name="Issued">Issued by this side's registry.</param>
/// <param name="Acquired">Issued by the partner's registry and acquired by this side.</param>
/// <param name="Held">Held and free.</param>
/// <param name="Reserved">Held and set aside for an open transfer.</param>
/// <param name="TransferredOut">Live on the other side.</param>
/// <param name="UsedTowardsNdc">Used towards an NDC.</param>
/// <param name="Cancelled">Cancelled.</param>
public sealed record UnitTotals(
    ProjectReference Project, Vintage Vintage, long Issued, long Acquired, long Held, long Reserved, long TransferredOut, long UsedTowardsNdc, long Cancelled) : LedgerItem
{
    /// <summary>Whether law 2 holds.</summary>
    public bool IsBalanced => Issued + Acquired == Held + Reserved + TransferredOut + UsedTowardsNdc + Cancelled;

    /// <inheritdoc/>
    public override string ItemKey() => Key(Project, Vintage);

    internal static string Key(ProjectReference project, Vintage vintage) => $"{project}/{vintage}";

    internal UnitTotals Add(BlockStatus status, long tonnes) => status switch
    {
        BlockStatus.Held => this with { Held = Held + tonnes },
        BlockStatus.Reserved => this with { Reserved = Reserved + tonnes },
        BlockStatus.TransferredOut => this with { TransferredOut = TransferredOut + tonnes },
        BlockStatus.UsedTowardsNdc => this with { UsedTowardsNdc = UsedTowardsNdc + tonnes },
        BlockStatus.Cancelled => this with { Cancelled = Cancelled + tonnes },
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Unknown block status."),
    };
}
