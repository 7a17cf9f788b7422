using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Ledger;

/// <summary>Where blocks stand and what has happened to them; many blocks have the same.</summary>
/// <param name="Account">Account that holds them; for units transferred out, the account they left.</param>
/// <param name="FirstTransfer">First transfer; absent until it happens.</param>
/// <param name="Disposal">Use or cancellation; only in terminal status.</param>
public sealed record BlockStanding(AccountNumber Account, FirstTransfer? FirstTransfer, Disposal? Disposal)
{
    /// <summary>The standing of a block.</summary>
    public static BlockStanding Of(UnitBlock block) => new(block.Account, block.FirstTransfer, block.Disposal);
}
