namespace JcmInterop.Domain.Corsia;

/// <summary>One reason behind a verdict.</summary>
/// <param name="Code">Stable code, for example <c>PROG_NOT_LISTED</c>.</param>
/// <param name="Effect">What it does to the verdict; <see cref="CorsiaVerdict.Eligible"/> for mere information.</param>
/// <param name="English">One sentence in English.</param>
/// <param name="Japanese">The same sentence in Japanese.</param>
/// <param name="FollowsFrom">The rule it follows from.</param>
public sealed record CorsiaReason(string Code, CorsiaVerdict Effect, string English, string Japanese, string FollowsFrom);
