using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Issuance;

/// <summary>What one side was notified to issue, and what its registry has issued.</summary>
/// <param name="Side">The side.</param>
/// <param name="Notified">Quantity the Joint Committee notified to this side; zero is ordinary.</param>
/// <param name="Issued">Quantity issued, or nothing while the leg is pending.</param>
/// <param name="IssuedOn">Day of issuance, when known.</param>
public sealed record IssuanceLegInput(PartyCode Side, UnitQuantity Notified, UnitQuantity? Issued, DateOnly? IssuedOn)
{
    /// <summary>Quantity posted to each account of the side, when the source names accounts.</summary>
    public IReadOnlyDictionary<string, UnitQuantity> Accounts { get; init; } = new Dictionary<string, UnitQuantity>();
}
