namespace JcmInterop.Domain.Corsia;

/// <summary>A programme's CORSIA label on a unit; a label for one period says nothing about another.</summary>
/// <param name="Period">The period, or nothing for a mark without one.</param>
/// <param name="Level">Its level.</param>
/// <param name="Raw">The label as published.</param>
public sealed record CorsiaLabel(CompliancePeriod? Period, LabelLevel Level, string Raw);
