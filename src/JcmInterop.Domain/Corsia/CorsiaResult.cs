using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Corsia;

/// <summary>The verdict on a contiguous part of a block.</summary>
/// <param name="Part">The part: the whole block unless a cap or cover ends inside it.</param>
/// <param name="Verdict">The worst effect of all reasons.</param>
/// <param name="Reasons">Every reason, in the order of the rules.</param>
/// <param name="RulePack">Id of the edition used.</param>
public sealed record CorsiaResult(CorsiaBlock Part, CorsiaVerdict Verdict, IReadOnlyList<CorsiaReason> Reasons, string RulePack)
{
    /// <summary>Units the verdict is about.</summary>
    public UnitQuantity Quantity => Part.Quantity;
}
