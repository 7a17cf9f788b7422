using JcmInterop.Conformance.Tests.World;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance.Tests;

public sealed class GoodEndpointTests
{
    [Theory]
    [InlineData(SignatureAlgorithm.Ed25519)]
    [InlineData(SignatureAlgorithm.Es256)]
    public async Task An_endpoint_that_keeps_to_the_protocol_passes_twice(SignatureAlgorithm algorithm)
    {
        using var kit = new Kit(algorithm);
        await using var endpoint = await kit.StartEndpointAsync(new EndpointBehaviour());

        (await kit.RunAsync(endpoint.Url)).ShouldHavePassed();
        (await kit.RunAsync(endpoint.Url)).ShouldHavePassed();
    }

    [Fact]
    public async Task An_endpoint_that_does_not_answer_fails_the_first_message_and_nothing_is_guessed_after_that()
    {
        using var kit = new Kit();

        var report = await kit.RunAsync(new Uri("http://127.0.0.1:1"));

        report.IsPassed.ShouldBeFalse();
        report.Cases.Count(c => c.Verdict == CaseVerdict.Passed).ShouldBe(0);
        report.Cases[^1].Came.ShouldContain("first-message");
    }

    [Fact]
    public async Task Cases_have_ids_of_their_own()
    {
        using var kit = new Kit();
        await using var endpoint = await kit.StartEndpointAsync(new EndpointBehaviour());

        (await kit.RunAsync(endpoint.Url)).Cases.Select(c => c.Id).ShouldBeUnique();
    }
}
