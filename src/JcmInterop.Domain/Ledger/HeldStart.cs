namespace JcmInterop.Domain.Ledger;

/// <summary>Where a held block begins.</summary>
internal readonly record struct HeldStart(long First) : INumbered;
