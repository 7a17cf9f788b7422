using JcmInterop.Domain.Adjustments;

namespace JcmInterop.Grains.Adjustments;

/// <summary>Which figure is to be opened, and which page of its records.</summary>
/// <param name="Year">Calendar year of the NDC period.</param>
/// <param name="Figure">The figure.</param>
/// <param name="After">Records already seen; 0 for the first page.</param>
/// <param name="Limit">Most records wanted, 1 to <see cref="LimitMax"/>.</param>
[GenerateSerializer]
[Immutable]
public sealed record FigureAsked([property: Id(0)] int Year, [property: Id(1)] AdjustmentFigure Figure, [property: Id(2)] int After, [property: Id(3)] int Limit)
{
    /// <summary>Most records of one page; of each transfer behind them the messages are looked up.</summary>
    public const int LimitMax = 100;
}
