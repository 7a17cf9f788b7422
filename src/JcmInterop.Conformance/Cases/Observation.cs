using JcmInterop.Conformance.Exchange;
using JcmInterop.Conformance.Reports;

namespace JcmInterop.Conformance.Cases;

/// <summary>What came of a case.</summary>
/// <param name="IsAsExpected">Whether it is what the protocol says.</param>
/// <param name="Came">What came, in words.</param>
/// <param name="Refusal">The refusal the endpoint told.</param>
internal sealed record Observation(bool IsAsExpected, string Came, ObservedRefusal? Refusal = null)
{
    public static Observation Of(bool isAsExpected, EndpointAnswer answer, string addition = "") => new(isAsExpected, answer.Words + addition, answer.Refusal);
}
