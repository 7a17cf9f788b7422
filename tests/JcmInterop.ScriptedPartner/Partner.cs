using System.Net.Http.Headers;
using System.Text.Json;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace JcmInterop.ScriptedPartner;

/// <summary>A partner that does exactly what its script says, and breaks the test where the node does anything else.</summary>
/// <remarks>
/// Messages of the types in <see cref="AnsweredAside"/> are receipted without being part of the script. A message that comes while the partner has still to
/// speak, or has not yet heard the receipt of what it said, waits for its turn.
/// </remarks>
internal sealed class Partner : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication application;
    private readonly MessageRoute outgoing;
    private readonly SigningKey key;
    private readonly PartnerKeyRing nodeKeys;
    private readonly TimeProvider time;
    private readonly Queue<PartnerStep> script = new();
    private readonly List<string> past = [];
    private readonly SemaphoreSlim arrivals = new(0);
    private readonly Lock playing = new();
    private readonly HttpClient http = new();
    private DirectionHead sent = DirectionHead.None;
    private DirectionHead received = DirectionHead.None;
    private TaskCompletionSource spoken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? broken;

    private Partner(MessageRoute outgoing, SigningKey key, PartnerKeyRing nodeKeys, TimeProvider time)
    {
        this.outgoing = outgoing;
        this.key = key;
        this.nodeKeys = nodeKeys;
        this.time = time;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        application = builder.Build();
        application.Run(AnswerAsync);
    }

    /// <summary>Where the partner listens.</summary>
    public Uri Url => new(application.Urls.Single());

    /// <summary>Types that are receipted aside from the script.</summary>
    public HashSet<string> AnsweredAside { get; } = ["hello"];

    /// <summary>The payload hashes of the messages that arrived, in order of arrival, repetitions included.</summary>
    public List<Messages.Digests.Digest> Arrived { get; } = [];

    /// <summary>The body of the last message of the script that arrived.</summary>
    public JsonElement Last { get; private set; }

    public static async Task<Partner> StartAsync(MessageRoute outgoing, SigningKey key, PartnerKeyRing nodeKeys, TimeProvider time)
    {
        var partner = new Partner(outgoing, key, nodeKeys, time);
        await partner.application.StartAsync();
        return partner;
    }

    /// <summary>Plays a script against a node, to its end.</summary>
    /// <exception cref="InvalidOperationException">The node did something else; the message tells what was played and what came.</exception>
    public async Task PlayAsync(Uri node, params PartnerStep[] steps)
    {
        lock (playing)
        {
            foreach (var step in steps) script.Enqueue(step);
        }

        while (broken is null && Next() is { } step)
        {
            switch (step)
            {
                case PartnerStep.Sent sends:
                    await SendAsync(node, sends);
                    break;
                case PartnerStep.Done done:
                    // What it brings about may come before it has ended.
                    Played(step);
                    await done.ActAsync();
                    break;
                default:
                    if (!await arrivals.WaitAsync(Patience)) throw Broken($"nothing came within {Patience.TotalSeconds:0} s");
                    break;
            }
        }

        if (broken is not null) throw Broken(broken);
    }

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        http.Dispose();
        arrivals.Dispose();
    }

    private PartnerStep? Next()
    {
        lock (playing) return script.TryPeek(out var step) ? step : null;
    }

    private void Played(PartnerStep step)
    {
        lock (playing)
        {
            past.Add($"{step}");
            script.Dequeue();
            HasSpoken();
        }
    }

    private bool IsToSpeak(out Task untilSpoken)
    {
        lock (playing)
        {
            untilSpoken = spoken.Task;
            return broken is null && script.TryPeek(out var step) && step is not PartnerStep.Expected;
        }
    }

    private void HasSpoken()
    {
        spoken.SetResult();
        spoken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private InvalidOperationException Broken(string what)
    {
        lock (playing)
        {
            broken ??= what;
            HasSpoken();
            return new($"The exchange left its script: {what}.\nPlayed:\n  {string.Join("\n  ", past)}\nTo come:\n  {string.Join("\n  ", script)}");
        }
    }

    private async Task SendAsync(Uri node, PartnerStep.Sent step)
    {
        var message = OutgoingMessages.Compose(outgoing, sent, Guid.CreateVersion7(time.GetUtcNow()), time.GetUtcNow(), step.Body(), key);
        using var content = new ReadOnlyMemoryContent(message.Bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/jose+json");
        using var response = await http.PostAsync(new Uri(node, $"partner/v1/registries/{outgoing.Registry}/messages"), content);
        var body = await response.Content.ReadAsByteArrayAsync();
        if (!ReceiptExchange.TryVerify(body, message, nodeKeys, time.GetUtcNow(), out var receipt, out _))
            throw Broken($"{message.Envelope.Type} was answered by {(int)response.StatusCode} {System.Text.Encoding.UTF8.GetString(body)}");
        var outcome = receipt!.Receipt.Outcome == ReceiptOutcome.Recorded ? "recorded" : "refused";
        if (outcome != step.Outcome) throw Broken($"{message.Envelope.Type} was {outcome}: {receipt.Receipt.Refusal?.English}");
        sent = message.Head;
        Played(step);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Path == "/partner/v1/time")
        {
            await context.Response.WriteAsJsonAsync(new { now = WireInstant.Format(time.GetUtcNow()) });
            return;
        }

        // The other questions of a node need no answer.
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        while (IsToSpeak(out var untilSpoken)) await untilSpoken;
        var reply = Reply(body.ToArray(), out var message);
        if (reply is null) context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        else await reply.AnswerAsync(context.Response, message!, time.GetUtcNow(), key);
        arrivals.Release();
    }

    private PartnerReply? Reply(byte[] bytes, out SignedMessage? message)
    {
        lock (playing)
        {
            if (!IncomingMessages.TryVerify(bytes, outgoing.Reverse(), nodeKeys, time.GetUtcNow(), out message, out var fault))
            {
                broken ??= $"a message came that is not acceptable: {fault}";
                return null;
            }

            if (AnsweredAside.Contains(message!.Envelope.Type)) return Taken(message, PartnerReply.Receipt);
            Arrived.Add(message.Hash);
            Last = JsonElement.Parse(message.Envelope.Body.Span);
            if (!script.TryPeek(out var step) || step is not PartnerStep.Expected expected || expected.Type != message.Envelope.Type)
            {
                broken ??= $"{message.Envelope.Type}, message {message.Envelope.Sequence}, came unexpectedly";
                return null;
            }

            past.Add($"{step}");
            script.Dequeue();
            return Taken(message, expected.Reply);
        }
    }

    private PartnerReply Taken(SignedMessage message, PartnerReply reply)
    {
        var isNext = message.Envelope.Sequence == received.Sequence + 1 && message.Envelope.Previous == received.Hash;
        if (!isNext && message.Envelope.Sequence > received.Sequence) broken ??= $"message {message.Envelope.Sequence} came after {received.Sequence}";
        if (isNext && reply.IsStored) received = message.Head;
        return reply;
    }
}
