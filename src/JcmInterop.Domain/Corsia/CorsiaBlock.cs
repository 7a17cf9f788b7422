using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Corsia;

/// <summary>The facts about a contiguous block of units that decide its eligibility; what is not known is absent and never counts in favour.</summary>
/// <param name="Programme">Programme code as in the rule pack; a JCM pair is <c>JCM-JPN-XXX</c>.</param>
/// <param name="Serials">Serials, or nothing when the printed form could not be read.</param>
/// <param name="Quantity">Quantity the registry states.</param>
/// <param name="Registry">Registry the units sit on.</param>
/// <param name="State">State of the units.</param>
public sealed record CorsiaBlock(string Programme, SerialRange? Serials, UnitQuantity Quantity, string Registry, CorsiaUnitState State)
{
    /// <summary>Activity id.</summary>
    public string? Activity { get; init; }

    /// <summary>Methodologies.</summary>
    public IReadOnlyList<string> Methodologies { get; init; } = [];

    /// <summary>Sectoral scope.</summary>
    public int? SectoralScope { get; init; }

    /// <summary>Whether the activity feeds renewable electricity into a grid.</summary>
    public bool? IsGridRenewable { get; init; }

    /// <summary>Maximum output, megawatts.</summary>
    public decimal? CapacityMegawatts { get; init; }

    /// <summary>Class of the units.</summary>
    public CreditClass CreditClass { get; init; }

    /// <summary>Start of the activity's first crediting period, not of the current one.</summary>
    public DateOnly? FirstCreditingStart { get; init; }

    /// <summary>First day of the reductions.</summary>
    public DateOnly? ReductionFrom { get; init; }

    /// <summary>Last day of the reductions, included.</summary>
    public DateOnly? ReductionTo { get; init; }

    /// <summary>Calendar year of the reductions, for when the days are not known.</summary>
    public int? VintageYear { get; init; }

    /// <summary>Labels of the programme.</summary>
    public IReadOnlyList<CorsiaLabel> Labels { get; init; } = [];

    /// <summary>Whether two sources contradict each other about the block.</summary>
    public bool HasSourceConflict { get; init; }

    /// <summary>Whether the same reductions were found as other units.</summary>
    public OverlapFinding Overlap { get; init; }

    /// <summary>The host country's standing.</summary>
    public HostStanding Host { get; init; }

    /// <summary>The letter of authorization, or nothing.</summary>
    public HostAuthorization? Authorization { get; init; }

    /// <summary>Day of first transfer, or nothing.</summary>
    public DateOnly? FirstTransferredOn { get; init; }

    /// <summary>What secures the corresponding adjustment.</summary>
    public IReadOnlyList<CorsiaAssurance> Assurances { get; init; } = [];

    /// <summary>Day of a valid cancellation for CORSIA, when it has happened.</summary>
    public DateOnly? CancelledOn { get; init; }

    /// <summary>When the registry was last looked at.</summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>First day of the reductions as far as known: the day, or the start of the vintage year.</summary>
    public DateOnly? From => ReductionFrom ?? (VintageYear is { } year ? new DateOnly(year, 1, 1) : null);

    /// <summary>Last day of the reductions as far as known, included.</summary>
    public DateOnly? To => ReductionTo ?? (VintageYear is { } year ? new DateOnly(year, 12, 31) : null);

    /// <summary>A part of the block; quantities that are used up from its front, such as a cap or a cover, are carried along.</summary>
    /// <param name="offset">Units left out before the part.</param>
    /// <param name="quantity">Units of the part.</param>
    public CorsiaBlock Part(UnitQuantity offset, UnitQuantity quantity) => this with
    {
        Serials = Serials?.Slice(checked(Serials.First + offset.Tonnes), checked(Serials.First + offset.Tonnes + quantity.Tonnes - 1)),
        Quantity = quantity,
        Authorization = Authorization is null ? null : Authorization with { FirstTransferredBefore = Authorization.FirstTransferredBefore + offset },
        Assurances = [.. Assurances.Select(a => a is AdjustmentInsured i
            ? i with { CoverQuantity = i.CoverQuantity > offset ? i.CoverQuantity - offset : UnitQuantity.Zero }
            : a)],
    };
}
