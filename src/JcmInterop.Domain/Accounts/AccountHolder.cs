namespace JcmInterop.Domain.Accounts;

/// <summary>Who holds an account, with the names the register records.</summary>
/// <remarks>Source: METI/MOE Ordinance No. 1 of 2025, article 3: name and head office also in English.</remarks>
/// <param name="NameEnglish">Name in English; always present.</param>
/// <param name="NameLocal">Name in the holder's own language, for example Japanese; may be absent.</param>
/// <param name="Country">Country of incorporation, alpha-3; absent for a government.</param>
/// <param name="IdentificationNumber">Identification number in that country; needed to be an authorized entity.</param>
public sealed record AccountHolder(string NameEnglish, string? NameLocal = null, string? Country = null, string? IdentificationNumber = null);
