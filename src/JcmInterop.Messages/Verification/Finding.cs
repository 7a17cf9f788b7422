using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Faults;

namespace JcmInterop.Messages.Verification;

/// <summary>What checking one part of a file came to.</summary>
/// <param name="Part">The part, as a JSON Pointer into the file; empty for the whole file.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="English">One sentence.</param>
/// <param name="Japanese">The same in Japanese.</param>
/// <param name="SignedBy">The Party whose key signed; nothing where the part is not signed or not genuine.</param>
/// <param name="KeyId">RFC 7638 thumbprint of that key.</param>
/// <param name="At">When the signer says it signed.</param>
/// <param name="Fault">What is wrong, for a part that failed by a rule of the wire.</param>
public sealed record Finding(
    string Part,
    FindingOutcome Outcome,
    string English,
    string Japanese,
    PartyCode? SignedBy = null,
    string? KeyId = null,
    DateTimeOffset? At = null,
    WireFault? Fault = null)
{
    internal static Finding Failed(string part, WireFault fault) =>
        new(part, FindingOutcome.Failed, fault.ToRefusal().English, fault.ToRefusal().Japanese, Fault: fault);

    internal static Finding Failed(string part, string english, string japanese) => new(part, FindingOutcome.Failed, english, japanese);
}
