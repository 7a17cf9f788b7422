using JcmInterop.Messages.Faults;
using JcmInterop.Server.Partners;

namespace JcmInterop.Server.Tests;

public sealed class PartnerStatusTests
{
    [Theory]
    [InlineData(WireFaultKind.Oversized, 413)]
    [InlineData(WireFaultKind.NotJson, 400)]
    [InlineData(WireFaultKind.Unsigned, 403)]
    [InlineData(WireFaultKind.UnknownAlgorithm, 400)]
    [InlineData(WireFaultKind.WrongSignature, 403)]
    [InlineData(WireFaultKind.WrongRecipient, 400)]
    [InlineData(WireFaultKind.PreviousMismatch, 409)]
    [InlineData(WireFaultKind.SentInFuture, 422)]
    [InlineData(WireFaultKind.SentBeforePrevious, 422)]
    public void Every_fault_has_its_status(WireFaultKind fault, int status) => PartnerEndpoints.Status(fault).ShouldBe(status);
}
