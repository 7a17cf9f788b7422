using JcmInterop.Domain.Authorizations;

namespace JcmInterop.Domain.Adjustments;

/// <summary>Decides when a block was first transferred, from its dates alone.</summary>
/// <remarks>The earliest of: the first international transfer, if authorized for NDC use (2/CMA.3 annex, 2(a)); the chosen event, if authorized for other
/// international mitigation purposes (2(b)); both where both are authorized (4/CMA.6, paragraph 12); a transfer to the Adaptation Fund (16); a cancellation
/// for overall mitigation (17).</remarks>
public static class FirstTransferDates
{
    /// <summary>Decides for one block.</summary>
    /// <param name="block">What happened to it.</param>
    /// <param name="cutOff">The last day of 4/CMA.6, paragraph 14, and the rule for what is left; absent while the Party has not chosen.</param>
    public static FirstTransferDating Of(MitigationOutcomeDates block, OimpCutOff? cutOff = null)
    {
        if (block.AuthorizedOn is not { } authorizedOn) return new NotFirstTransferred();
        if (block.Uses == AuthorizedUses.None) return new FirstTransferUnresolved("The authorization names no use.");
        if (IsForOther(block) && block.Definition is null)
            return new FirstTransferUnresolved("The event that is the first transfer for other international mitigation purposes is not known.");
        if (Candidates(block, cutOff).MinBy(c => c.On) is not { } first) return new NotFirstTransferred();
        return first.On < authorizedOn
            ? new FirstTransferUnresolved($"The event of {first.On:yyyy-MM-dd} was before the authorization of {authorizedOn:yyyy-MM-dd}, and no first transfer can be.")
            : first;
    }

    private static IEnumerable<FirstTransferDated> Candidates(MitigationOutcomeDates block, OimpCutOff? cutOff)
    {
        if (block.Uses.HasFlag(AuthorizedUses.Ndc) && block.TransferredOn is { } transferred)
            yield return new FirstTransferDated(transferred, FirstTransferEvent.InternationalTransfer);
        if (IsForOther(block))
        {
            if (Chosen(block) is { } chosen && !(chosen.On > cutOff?.LastDay)) yield return chosen;
            if (cutOff is { Rule: OimpCutOffRule.CountedOnLastDay, LastDay: var last } && block.IssuedOn <= last && block.AuthorizedOn <= last)
                yield return new FirstTransferDated(last, FirstTransferEvent.CutOff);
        }

        if (block.ToAdaptationFundOn is { } given) yield return new FirstTransferDated(given, FirstTransferEvent.AdaptationFund);
        if (block.OverallMitigationOn is { } cancelled) yield return new FirstTransferDated(cancelled, FirstTransferEvent.OverallMitigation);
    }

    private static bool IsForOther(MitigationOutcomeDates block) => (block.Uses & (AuthorizedUses.InternationalMitigation | AuthorizedUses.OtherPurposes)) != AuthorizedUses.None;

    private static FirstTransferDated? Chosen(MitigationOutcomeDates block) => block.Definition switch
    {
        FirstTransferDefinition.Authorization => Dated(block.AuthorizedOn, FirstTransferEvent.Authorization),
        FirstTransferDefinition.Issuance => Dated(block.IssuedOn, FirstTransferEvent.Issuance),
        FirstTransferDefinition.UseOrCancellation => Dated(block.UsedOrCancelledOn, FirstTransferEvent.UseOrCancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.Definition, "Unknown definition of the first transfer."),
    };

    private static FirstTransferDated? Dated(DateOnly? on, FirstTransferEvent what) => on is { } day ? new FirstTransferDated(day, what) : null;
}
