namespace JcmInterop.Domain.Programme;

/// <summary>A bilateral document of a JCM partnership; a partner has many, each with its own dates.</summary>
/// <param name="Kind">What it is, for example bilateral document or modification.</param>
/// <param name="SignedOn">Day of signing; absent where sources give only a month or conflict.</param>
/// <param name="SignedText">The date as the source gives it.</param>
/// <param name="Place">Place of signing as the source gives it; free text, never derived from the country.</param>
/// <param name="InForceFrom">First day it applies; absent where unknown.</param>
/// <param name="InForceUntil">Last day it applies, included; absent while it stands.</param>
/// <param name="Basis">The source, and whether it is verified, remembered or in conflict.</param>
public sealed record Instrument(
    string Kind, DateOnly? SignedOn, string SignedText, string? Place, DateOnly? InForceFrom, DateOnly? InForceUntil, string Basis)
{
    /// <summary>Whether the document applies on a day; an unknown start counts from the day of signing.</summary>
    public bool AppliesOn(DateOnly day) => (InForceFrom ?? SignedOn) is { } from && from <= day && (InForceUntil is not { } until || day <= until);
}
