namespace JcmInterop.Domain.Corsia;

/// <summary>The tonne was found counted by the host as well.</summary>
/// <param name="FoundOn">Day of the finding.</param>
public sealed record DoubleClaimFound(DateOnly FoundOn) : CorsiaAssurance;
