using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using JcmInterop.Domain.Ledger;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;
using JcmInterop.Server.Hosting;
using JcmInterop.Server.Tests.World;
using Microsoft.Extensions.Time.Testing;

namespace JcmInterop.Server.Tests;

public sealed class PartnerInterfaceTests : IAsyncLifetime
{
    private static readonly MessageRoute Route = new(Facts.Pair, Facts.Tha);
    private SingleNode single = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        single = await SingleNode.StartAsync();
        client = single.Node.Client(role: null);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await single.DisposeAsync();
    }

    [Fact]
    public async Task A_message_is_receipted_and_again_with_the_same_bytes()
    {
        var message = Compose(DirectionHead.None);
        var (status, receipt) = await PostAsync(message.Bytes.ToArray());
        status.ShouldBe(HttpStatusCode.OK, Encoding.UTF8.GetString(receipt));
        (await PostAsync(message.Bytes.ToArray())).Body.ShouldBe(receipt);
    }

    [Fact]
    public async Task A_gap_is_answered_with_the_expected_number()
    {
        var (status, body) = await PostAsync(Compose(Compose(DirectionHead.None).Head).Bytes.ToArray());
        status.ShouldBe(HttpStatusCode.Conflict);
        Problem(body, WireFaultKind.SequenceGap).GetProperty("expectedSequence").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task An_altered_replay_is_a_conflict()
    {
        var message = Compose(DirectionHead.None);
        await PostAsync(message.Bytes.ToArray());
        var altered = OutgoingMessages.Compose(Route, DirectionHead.None, message.Envelope.Id, message.Envelope.SentAt, new TestMessage("other"), single.PartnerKey);
        var (status, body) = await PostAsync(altered.Bytes.ToArray());
        status.ShouldBe(HttpStatusCode.Conflict);
        Problem(body, WireFaultKind.AlteredReplay);
    }

    [Fact]
    public async Task A_message_signed_by_a_stranger_is_forbidden()
    {
        var message = OutgoingMessages.Compose(Route, DirectionHead.None, NewId(), TimeProvider.System.GetUtcNow(), new TestMessage("x"), single.Key);
        var (status, body) = await PostAsync(message.Bytes.ToArray());
        status.ShouldBe(HttpStatusCode.Forbidden);
        Problem(body, WireFaultKind.UnknownKey);
    }

    [Fact]
    public async Task An_unsigned_message_is_forbidden()
    {
        var text = Encoding.ASCII.GetString(Compose(DirectionHead.None).Bytes.Span);
        var (status, body) = await PostAsync(Encoding.ASCII.GetBytes(text[..text.IndexOf("\"signatures\":[", StringComparison.Ordinal)] + "\"signatures\":[]}"));
        status.ShouldBe(HttpStatusCode.Forbidden, Encoding.UTF8.GetString(body));
        Problem(body, WireFaultKind.Unsigned);
    }

    [Fact]
    public async Task An_unknown_protocol_version_is_named()
    {
        var payload = $$"""
            {"body":{"text":"x"},"from":"THA","id":"{{NewId():D}}","previous":"","protocol":"9.9","registry":"JPN-THA","sentAt":"{{WireInstant.Format(TimeProvider.System.GetUtcNow())}}","sequence":1,"to":"JPN","type":"test"}
            """;
        var (status, body) = await PostAsync(Jws.Sign(Encoding.UTF8.GetBytes(payload), JwsTypes.Message, single.PartnerKey));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Problem(body, WireFaultKind.UnknownProtocolVersion).GetProperty("english").GetString()!.ShouldContain("9.9");
    }

    [Fact]
    public async Task What_is_not_JSON_names_the_place()
    {
        var (status, body) = await PostAsync("{\"payload\":"u8.ToArray());
        status.ShouldBe(HttpStatusCode.BadRequest);
        JsonElement.Parse(body).GetProperty("rule").GetInt32().ShouldBeInRange(9001, 9004);
    }

    [Fact]
    public async Task An_oversized_body_is_refused()
    {
        var (status, body) = await PostAsync(new byte[RequestBody.BytesMax + 1]);
        status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        JsonElement.Parse(body).GetProperty("remedyJapanese").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Another_content_type_is_refused()
    {
        var (status, _) = await PostAsync(Compose(DirectionHead.None).Bytes.ToArray(), mediaType: "application/json");
        status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("JPN-MNG")]
    [InlineData("nonsense")]
    public async Task An_unknown_registry_is_not_found(string registry) =>
        (await PostAsync(Compose(DirectionHead.None).Bytes.ToArray(), registry: registry)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_body_that_does_not_arrive_in_time_is_given_up()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var slow = await SingleNode.StartAsync(node => node.Time = time);
        using var socket = new TcpClient();
        await socket.ConnectAsync(slow.Node.Url.Host, slow.Node.Url.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(
            "POST /partner/v1/registries/JPN-THA/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/jose+json\r\nContent-Length: 1000\r\n\r\n{"u8.ToArray(),
            TestContext.Current.CancellationToken);
        await Wait.UntilAsync(
            () =>
            {
                time.Advance(RequestBody.Within);
                return Task.FromResult(stream.DataAvailable);
            },
            "an answer");
        var line = new byte[64];
        (await stream.ReadAtLeastAsync(line, 12, cancellationToken: TestContext.Current.CancellationToken)).ShouldBeGreaterThan(11);
        Encoding.ASCII.GetString(line).ShouldStartWith("HTTP/1.1 408");
    }

    [Fact]
    public async Task The_time_is_told_in_the_form_of_the_wire()
    {
        var now = JsonElement.Parse(await client.GetByteArrayAsync("partner/v1/time", TestContext.Current.CancellationToken)).GetProperty("now").GetString();
        WireInstant.TryParse(now, out var instant).ShouldBeTrue();
        (TimeProvider.System.GetUtcNow() - instant).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Transfers_cannot_be_asked_for_without_a_signature() =>
        (await client.GetAsync("partner/v1/registries/JPN-THA/transfers/1", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    private static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    private static JsonElement Problem(byte[] body, WireFaultKind expected)
    {
        var problem = JsonElement.Parse(body);
        problem.GetProperty("rule").GetInt32().ShouldBe((int)expected);
        problem.GetProperty("japanese").GetString().ShouldNotBeNullOrEmpty();
        return problem;
    }

    private SignedMessage Compose(DirectionHead head) =>
        OutgoingMessages.Compose(Route, head, NewId(), TimeProvider.System.GetUtcNow(), new TestMessage("hello"), single.PartnerKey);

    private async Task<(HttpStatusCode Status, byte[] Body)> PostAsync(byte[] body, string mediaType = "application/jose+json", string registry = "JPN-THA")
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"partner/v1/registries/{registry}/messages") { Content = content };
        // A body the node does not want is not sent at all, so that its answer is never lost in a broken connection.
        request.Headers.ExpectContinue = true;
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
