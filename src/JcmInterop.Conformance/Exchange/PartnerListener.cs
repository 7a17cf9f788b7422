using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Threading.Channels;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance.Exchange;

/// <summary>The kit's own address: takes what the endpoint sends, judges it, and answers rightly or wrongly as a case asks.</summary>
internal sealed class PartnerListener : IAsyncDisposable
{
    private const string TimePath = "/partner/v1/time";

    private readonly ConformanceTarget target;
    private readonly TimeProvider time;
    private readonly SigningKey stranger;
    private readonly HttpListener http = new();
    private readonly Channel<Arrival> arrivals = Channel.CreateUnbounded<Arrival>();
    private readonly Dictionary<long, Digest> known = [];
    private readonly ConcurrentDictionary<long, byte[]> receipts = [];
    private readonly List<string> faults = [];
    private readonly Task listening;
    private DirectionHead head;
    private int nextReply;

    public PartnerListener(ConformanceTarget target, Uri address, TimeProvider time, SigningKey stranger, DirectionHead head)
    {
        this.target = target;
        this.time = time;
        this.stranger = stranger;
        this.head = head;
        http.Prefixes.Add(address.AbsoluteUri);
        http.Start();
        listening = ListenAsync();
    }

    /// <summary>How far the direction from the endpoint has come.</summary>
    public DirectionHead Head => head;

    /// <summary>What was wrong with messages of the endpoint in this run, of all that came.</summary>
    public (IReadOnlyList<string> Faults, int Messages) Judged => (faults, known.Count);

    /// <summary>The next message is answered in this way; those after it with receipts.</summary>
    public void AnswerNext(ListenerReply reply) => Interlocked.Exchange(ref nextReply, (int)reply);

    /// <summary>The kit's receipt for a message of the endpoint; nothing in it while the kit has given none.</summary>
    public byte[] ReceiptOf(SignedMessage message) => receipts.GetValueOrDefault(message.Envelope.Sequence, []);

    /// <summary>Forgets what came so far.</summary>
    public void Forget()
    {
        while (arrivals.Reader.TryRead(out _))
        {
        }
    }

    /// <summary>The next arrival; nothing where none comes in time.</summary>
    public async Task<Arrival?> NextAsync(CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(target.MessageWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return await arrivals.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        http.Stop();
        await listening;
        http.Close();
    }

    private async Task ListenAsync()
    {
        while (http.IsListening)
        {
            try
            {
                await AnswerAsync(await http.GetContextAsync());
            }
            catch (HttpListenerException)
            {
                // The endpoint went away in the middle, or the kit stops listening; the loop looks which.
            }
            catch (ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        if (context.Request.Url?.AbsolutePath == TimePath)
        {
            await WriteAsync(context.Response, 200, "application/json", Encoding.ASCII.GetBytes($$"""{"now":"{{WireInstant.Format(time.GetUtcNow())}}"}"""));
            return;
        }

        // Of the questions a node may ask, the kit answers only the one every node must answer.
        if (context.Request.HttpMethod != "POST")
        {
            await WriteAsync(context.Response, 404, "application/problem+json", "{}"u8.ToArray());
            return;
        }

        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        if (Take(body.ToArray()) is not { } message)
        {
            await WriteAsync(context.Response, 400, "application/problem+json", "{}"u8.ToArray());
            return;
        }

        var reply = (ListenerReply)Interlocked.Exchange(ref nextReply, (int)ListenerReply.Receipt);
        await ReplyAsync(context.Response, message, reply);
    }

    private SignedMessage? Take(byte[] bytes)
    {
        var now = time.GetUtcNow();
        var fault = bytes.Length > JsonBounds.WireBytesMax ? $"{bytes.Length} bytes" : null;
        if (!IncomingMessages.TryVerify(bytes, target.Outgoing.Reverse(), target.EndpointKeys, now, out var message, out var wire)) fault ??= wire!.English;
        fault ??= Misplaced(message!);
        if (fault is not null) faults.Add(fault);
        if (message is not null)
        {
            known[message.Envelope.Sequence] = message.Hash;
            if (message.Envelope.Sequence > head.Sequence) head = message.Head;
        }

        arrivals.Writer.TryWrite(new Arrival(message, fault));
        return message;
    }

    private string? Misplaced(SignedMessage message)
    {
        var (sequence, previous) = (message.Envelope.Sequence, message.Envelope.Previous);
        if (known.TryGetValue(sequence, out var hash)) return hash == message.Hash ? null : $"message {sequence} came again with another payload";
        if (sequence <= head.Sequence) return null;
        return sequence == head.Sequence + 1 && previous == head.Hash ? null : $"message {sequence} does not continue message {head.Sequence}";
    }

    private async Task ReplyAsync(HttpListenerResponse response, SignedMessage message, ListenerReply reply)
    {
        var receipt = Receipt.For(message, time.GetUtcNow());
        // A repetition gets the receipt it got.
        var right = receipts.GetOrAdd(message.Envelope.Sequence, _ => Signed(receipt, target.Key));
        var (status, bytes) = reply switch
        {
            ListenerReply.Receipt => (200, right),
            ListenerReply.ReceiptForAnother => (200, Signed(receipt with { MessageHash = Digest.Of("another"u8) }, target.Key)),
            ListenerReply.ReceiptByStranger => (200, Signed(receipt, stranger)),
            ListenerReply.ExpectsEarlier => (409, Encoding.ASCII.GetBytes(
                $$"""{"rule":1,"english":"Restored from a backup.","japanese":"Restored.","citation":"2.10","remedyEnglish":"Send it again.","remedyJapanese":"Send it again.","expectedSequence":{{message.Envelope.Sequence - 1}}}""")),
            ListenerReply.Empty => (200, []),
            _ => (503, []),
        };
        await WriteAsync(response, status, status == 200 ? EndpointClient.SignedType : "application/problem+json", bytes);
    }

    private static byte[] Signed(Receipt receipt, SigningKey key) => ReceiptExchange.Sign(receipt, key).Bytes.ToArray();

    private static async Task WriteAsync(HttpListenerResponse response, int status, string contentType, byte[] bytes)
    {
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength64 = bytes.Length;
        await response.OutputStream.WriteAsync(bytes);
        response.Close();
    }
}
