using JcmInterop.Grains.Problems;

namespace JcmInterop.Grains.Adjustments;

/// <summary>The answer to a question about corresponding adjustments.</summary>
/// <param name="Answer">The answer as UTF-8 JSON; empty where there is a problem.</param>
/// <param name="Problem">Why there is no answer; nothing where there is one.</param>
[GenerateSerializer]
[Immutable]
public sealed record AdjustmentReply([property: Id(0)] byte[] Answer, [property: Id(1)] Problem? Problem)
{
    internal static AdjustmentReply Of(Problem problem) => new([], problem);
}
