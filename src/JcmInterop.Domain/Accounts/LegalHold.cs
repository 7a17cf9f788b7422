namespace JcmInterop.Domain.Accounts;

/// <summary>A restriction on disposal recorded on an account, such as a court attachment; while it stands nothing leaves the account.</summary>
/// <remarks>Source: Cabinet Order on the register, in force 1 April 2025: attachment blocks transfers and is recorded.</remarks>
/// <param name="HoldId">Id given by the registry administrator, unique on the account.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="From">First day of the hold.</param>
public sealed record LegalHold(string HoldId, string Reason, DateOnly From);
