using JcmInterop.Domain.Authorizations;

namespace JcmInterop.Reporting.Projections;

/// <summary>An authorization as known at the time of the report.</summary>
/// <param name="Authorization">The terms.</param>
/// <param name="RevokedOn">First day on which it no longer allows a first transfer, or nothing.</param>
public sealed record RecordedAuthorization(Authorization Authorization, DateOnly? RevokedOn)
{
    /// <summary>Day from which the terms hold, where they are a change of earlier ones; nothing for the first version.</summary>
    public DateOnly? ChangedOn { get; init; }
}
