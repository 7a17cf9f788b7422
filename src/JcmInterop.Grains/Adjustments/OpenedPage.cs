using JcmInterop.Domain.Adjustments;

namespace JcmInterop.Grains.Adjustments;

/// <summary>A page of the records behind a figure.</summary>
/// <param name="After">Records before the page.</param>
/// <param name="Records">The records.</param>
/// <param name="Messages">The messages of the transfers behind them.</param>
internal sealed record OpenedPage(int After, IReadOnlyList<AdjustmentContribution> Records, MessagesBehind Messages);
