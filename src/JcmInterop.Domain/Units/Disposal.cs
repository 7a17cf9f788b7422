namespace JcmInterop.Domain.Units;

/// <summary>How units ended: used towards an NDC or cancelled.</summary>
/// <param name="On">Effective day.</param>
/// <param name="UsedForYear">Calendar year for which they are used towards the NDC; only for use.</param>
/// <param name="Purpose">Purpose of a cancellation; only for cancellation.</param>
/// <param name="PurposeText">Purpose in words, for example the scheme and period; may be absent.</param>
/// <param name="Entity">Using or cancelling authorized entity; may be absent.</param>
public sealed record Disposal(DateOnly On, int? UsedForYear, CancellationPurpose? Purpose, string? PurposeText, string? Entity);
