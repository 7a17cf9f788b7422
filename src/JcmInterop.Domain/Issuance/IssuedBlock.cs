using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Issuance;

/// <summary>Units issued under one leg into one account.</summary>
/// <param name="Serials">Serials, both ends included.</param>
/// <param name="Vintage">Calendar year of the reductions.</param>
/// <param name="Account">Account of the issuing registry.</param>
/// <param name="Beneficiary">The side whose notified quantity they are; not the issuing side where they await a transfer.</param>
public sealed record IssuedBlock(SerialRange Serials, Vintage Vintage, AccountNumber Account, PartyCode Beneficiary);
