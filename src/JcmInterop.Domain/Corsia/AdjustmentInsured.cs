using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Corsia;

/// <summary>A deed of the project's proponent and an insurance policy cover the pending adjustment.</summary>
/// <param name="Insurer">Insurer, as the rule pack names it.</param>
/// <param name="CoverFrom">First day of cover.</param>
/// <param name="CoverTo">Last day of cover, included.</param>
/// <param name="CoverQuantity">Units covered, of this block and those after it in the policy.</param>
/// <param name="IsDeedSigned">Whether the deed is signed.</param>
public sealed record AdjustmentInsured(string Insurer, DateOnly CoverFrom, DateOnly CoverTo, UnitQuantity CoverQuantity, bool IsDeedSigned) : CorsiaAssurance;
