using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading.Channels;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Partners;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance.Tests.World;

/// <summary>The sending half of an endpoint in memory.</summary>
internal sealed class TestSender : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly EndpointBehaviour behaviour;
    private readonly MessageRoute outgoing;
    private readonly SigningKey key;
    private readonly PartnerKeyRing partnerKeys;
    private readonly Uri partner;
    private readonly TestLog log;
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly CancellationTokenSource stopping = new();
    private readonly Channel<PartnerMessage> waiting = Channel.CreateUnbounded<PartnerMessage>();
    private readonly List<SignedMessage> outbox = [];
    private readonly Task sending;

    public TestSender(EndpointBehaviour behaviour, MessageRoute outgoing, SigningKey key, PartnerKeyRing partnerKeys, Uri partner, TestLog log)
    {
        this.behaviour = behaviour;
        this.outgoing = outgoing;
        this.key = key;
        this.partnerKeys = partnerKeys;
        this.partner = partner;
        this.log = log;
        sending = SendAsync();
    }

    /// <summary>The last message composed.</summary>
    public ReportedHead Head { get; private set; } = new(0, "");

    public void Tell(PartnerMessage message) => waiting.Writer.TryWrite(message);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await sending;
        http.Dispose();
        stopping.Dispose();
    }

    private async Task SendAsync()
    {
        using var timer = new PeriodicTimer(Pause, TimeProvider.System);
        try
        {
            while (await waiting.Reader.WaitToReadAsync(stopping.Token))
            {
                var first = outbox.Count;
                while (waiting.Reader.TryRead(out var body)) outbox.Add(Compose(body));
                for (var i = first; i < outbox.Count;)
                {
                    var next = await DeliverAsync(i);
                    if (next <= i) await timer.WaitForNextTickAsync(stopping.Token);
                    if (next == i && behaviour.SignsAnew) outbox[i] = Compose(new TestMessage("signed anew"), i > 0 ? outbox[i - 1].Head : DirectionHead.None);
                    i = next;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The endpoint is disposed.
        }
    }

    private SignedMessage Compose(PartnerMessage body) => Compose(body, outbox.Count == 0 ? DirectionHead.None : outbox[^1].Head);

    private SignedMessage Compose(PartnerMessage body, DirectionHead head)
    {
        var message = OutgoingMessages.Compose(outgoing, head, Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), TimeProvider.System.GetUtcNow(), body, key);
        Head = new ReportedHead(message.Envelope.Sequence, message.Hash.ToBase64Url());
        log.Sent(message);
        return message;
    }

    private async Task<int> DeliverAsync(int index)
    {
        using var content = new ReadOnlyMemoryContent(outbox[index].Bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/jose+json");
        try
        {
            using var response = await http.PostAsync(new Uri(partner, $"partner/v1/registries/{outgoing.Registry}/messages"), content, stopping.Token);
            var body = await response.Content.ReadAsByteArrayAsync(stopping.Token);
            if (behaviour.BelievesAnyAnswer) return index + 1;
            if ((int)response.StatusCode == 409 && !behaviour.NeverGoesBack) return (int)JsonElement.Parse(body).GetProperty("expectedSequence").GetInt64() - 1;
            if (!response.IsSuccessStatusCode) return index;
            if (!ReceiptExchange.TryVerify(body, outbox[index], partnerKeys, TimeProvider.System.GetUtcNow(), out var receipt, out _)) return behaviour.BelievesAnyReceipt ? index + 1 : index;
            log.Receipted(outbox[index], receipt!);
            return index + 1;
        }
        catch (HttpRequestException)
        {
            return index;
        }
    }
}
