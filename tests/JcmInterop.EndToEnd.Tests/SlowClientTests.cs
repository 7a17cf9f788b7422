namespace JcmInterop.EndToEnd.Tests;

public sealed class SlowClientTests(AttackedNode attacked)
{
    // The limits of docs/operations.md, and what a busy machine may take to notice.
    private static readonly TimeSpan HeadersWithin = TimeSpan.FromSeconds(10 + 10);
    private static readonly TimeSpan BodyWithin = TimeSpan.FromSeconds(5 + 10);

    [Fact]
    public async Task Slow_headers_and_bodies_are_cut_off_while_the_partner_gets_its_receipts()
    {
        await attacked.UntilStartedAsync();

        var (headers, bodies, exchanges) = await attacked.Slow.Outcome;

        headers.ShouldBeLessThan(HeadersWithin);
        bodies.ShouldBeLessThan(BodyWithin);
        exchanges.ShouldBeGreaterThan(10);
    }
}
