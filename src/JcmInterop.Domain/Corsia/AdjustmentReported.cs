namespace JcmInterop.Domain.Corsia;

/// <summary>The host has reported the corresponding adjustment.</summary>
/// <param name="ReportedOn">Day of the report.</param>
/// <param name="CoversBlock">Whether the report can be linked to the block.</param>
public sealed record AdjustmentReported(DateOnly ReportedOn, bool CoversBlock) : CorsiaAssurance;
