using JcmInterop.Cli.Demonstration.Figures;
using JcmInterop.Cli.Operators;

namespace JcmInterop.Cli.Demonstration;

/// <summary>What the demonstration came to.</summary>
/// <param name="Figures">Every figure it must reach.</param>
/// <param name="Refusals">The refusals it provoked.</param>
/// <param name="Notes">Findings of the stores and of the check before filing, also those that are only warnings.</param>
/// <param name="Measured">What was measured.</param>
internal sealed record DemoResult(IReadOnlyList<Figure> Figures, IReadOnlyList<CommandRefused> Refusals, IReadOnlyList<string> Notes, Measurements Measured)
{
    /// <summary>Whether every figure came out as expected.</summary>
    public bool IsReached => Figures.All(f => f.IsReached);
}
