namespace JcmInterop.Domain.Corsia;

/// <summary>One programme in one compliance period.</summary>
/// <param name="Programme">Programme code.</param>
/// <param name="Period">The period.</param>
/// <param name="Status">Its standing.</param>
/// <param name="Provenance">Where the standing comes from.</param>
public sealed record ProgrammePeriod(string Programme, CompliancePeriod Period, ProgrammeStatus Status, RuleProvenance Provenance)
{
    /// <summary>Programme-designated registry; units must be issued on it and stay there.</summary>
    public string? Registry { get; init; }

    /// <summary>First day of eligible reductions where the programme has its own.</summary>
    public DateOnly? ReductionsFrom { get; init; }

    /// <summary>Last day of eligible reductions where the programme has its own.</summary>
    public DateOnly? ReductionsTo { get; init; }

    /// <summary>Excluded methodologies.</summary>
    public IReadOnlyList<string> ExcludedMethodologies { get; init; } = [];

    /// <summary>Excluded sectoral scopes.</summary>
    public IReadOnlyList<int> ExcludedScopes { get; init; } = [];

    /// <summary>Largest output of grid-connected renewable electricity, megawatts, included; nothing when unlimited.</summary>
    public decimal? GridRenewableMegawattsMax { get; init; }

    /// <summary>Insurers the programme accepts, with the days of acceptance.</summary>
    public IReadOnlyList<ApprovedInsurer> ApprovedInsurers { get; init; } = [];
}
