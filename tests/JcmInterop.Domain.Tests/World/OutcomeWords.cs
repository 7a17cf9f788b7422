using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Tests.World;

/// <summary>Short words for outcomes.</summary>
internal static class OutcomeWords
{
    public static Outcome.Accepted Done(this Outcome outcome) =>
        outcome as Outcome.Accepted ?? throw new InvalidOperationException($"Refused: {outcome.Refusal()}");

    public static Refusal Refusal(this Outcome outcome) => outcome.ShouldBeOfType<Outcome.Refused>("a refusal was expected").Refusal;
}
