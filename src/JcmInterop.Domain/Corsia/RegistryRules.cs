namespace JcmInterop.Domain.Corsia;

/// <summary>R1 to R6: the units are live, on the designated registry, counted once, and recently looked at.</summary>
internal static class RegistryRules
{
    public static IEnumerable<CorsiaReason> Check(CorsiaQuestion question)
    {
        var block = question.Block;
        if (question.Entry is { Status: ProgrammeStatus.Approved, Registry: { } designated } && !string.Equals(block.Registry, designated, StringComparison.Ordinal))
            yield return CorsiaReasons.NotEligible("REG_NOT_DESIGNATED", block.Registry, designated);
        if (State(block.State) is { } state) yield return state;
        switch (block.Overlap)
        {
            case OverlapFinding.SerialRange: yield return CorsiaReasons.Conditional("REG_SERIAL_OVERLAP"); break;
            case OverlapFinding.Suspected: yield return CorsiaReasons.Conditional("DOUBLE_ISSUANCE_SUSPECTED"); break;
            case OverlapFinding.Proven: yield return CorsiaReasons.NotEligible("DOUBLE_ISSUANCE_SUSPECTED"); break;
            case OverlapFinding.None: break;
            default: throw new InvalidOperationException("Unknown overlap finding.");
        }

        if (block.SeenAt is not { } seen || question.AsOf - seen > TimeSpan.FromHours(question.Rules.SnapshotHoursMax))
            yield return CorsiaReasons.Conditional("DATA_STALE", question.Rules.SnapshotHoursMax);
    }

    private static CorsiaReason? State(CorsiaUnitState state) => state switch
    {
        CorsiaUnitState.Active => null,
        CorsiaUnitState.Locked => CorsiaReasons.Conditional("REG_LOCKED"),
        CorsiaUnitState.CancelledForCorsia => CorsiaReasons.NotEligible("USE_ALREADY_CANCELLED_CORSIA"),
        CorsiaUnitState.CancelledOtherwise => CorsiaReasons.NotEligible("REG_CANCELLED_OTHER"),
        CorsiaUnitState.Converted => CorsiaReasons.NotEligible("REG_CONVERTED"),
        CorsiaUnitState.Invalidated => CorsiaReasons.NotEligible("REG_INVALIDATED"),
        CorsiaUnitState.Tokenised => CorsiaReasons.NotEligible("REG_TOKENISED"),
        CorsiaUnitState.UsedTowardsNdc => CorsiaReasons.NotEligible("USE_NDC_RETIRED"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state of a unit."),
    };
}
