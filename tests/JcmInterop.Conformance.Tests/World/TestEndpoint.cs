using System.Text;
using System.Text.Json.Nodes;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Refusals;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace JcmInterop.Conformance.Tests.World;

/// <summary>An endpoint in memory that keeps to the protocol except where its behaviour says otherwise.</summary>
internal sealed class TestEndpoint : IAsyncDisposable
{
    private const long RequestBytesMax = 64 * 1024 * 1024;

    private readonly WebApplication application;
    private readonly EndpointBehaviour behaviour;
    private readonly MessageRoute incoming;
    private readonly SigningKey key;
    private readonly TestLedger ledger;
    private readonly TestLog log;
    private readonly Lock writing = new();
    private readonly List<(RecordedMessage Message, byte[] Receipt, Receipt Content)> inbox = [];
    private readonly TestSender? sender;
    private DirectionHead head = DirectionHead.None;

    private TestEndpoint(EndpointBehaviour behaviour, MessageRoute incoming, SigningKey key, PartnerKeyRing partnerKeys)
    {
        this.behaviour = behaviour;
        this.incoming = incoming;
        this.key = key;
        ledger = new TestLedger(behaviour, incoming, key, partnerKeys);
        log = new TestLog(behaviour, incoming.To, incoming.Registry, key);
        sender = behaviour.Partner is { } partner ? new TestSender(behaviour, incoming.Reverse(), key, partnerKeys, partner, log) : null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = RequestBytesMax);
        application = builder.Build();
        application.Run(AnswerAsync);
    }

    public Uri Url => new(application.Urls.Single());

    private DateTimeOffset Now => TimeProvider.System.GetUtcNow() + behaviour.ClockAhead;

    public static async Task<TestEndpoint> StartAsync(EndpointBehaviour behaviour, MessageRoute incoming, SigningKey key, PartnerKeyRing partnerKeys)
    {
        var endpoint = new TestEndpoint(behaviour, incoming, key, partnerKeys);
        await endpoint.application.StartAsync(TestContext.Current.CancellationToken);
        return endpoint;
    }

    public static int Status(WireFaultKind kind) => kind switch
    {
        WireFaultKind.Oversized => 413,
        WireFaultKind.Unsigned or WireFaultKind.UnknownKey or WireFaultKind.KeyOutOfValidity or WireFaultKind.WrongSignature or WireFaultKind.WrongSender => 403,
        WireFaultKind.SequenceGap or WireFaultKind.AlteredReplay or WireFaultKind.PreviousMismatch => 409,
        WireFaultKind.UnknownProtocolVersion or WireFaultKind.SentInFuture or WireFaultKind.SentBeforePrevious => 422,
        _ => 400,
    };

    public async ValueTask DisposeAsync()
    {
        if (sender is not null) await sender.DisposeAsync();
        await application.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value;
        if (path == "/partner/v1/time")
        {
            await context.Response.WriteAsJsonAsync(new { now = Now.UtcDateTime.ToString(behaviour.TimeFormat) }, context.RequestAborted);
            return;
        }

        if (HttpMethods.IsGet(context.Request.Method) && (behaviour.ChecksMethod || !path!.EndsWith("/messages", StringComparison.Ordinal))) await ReadAsync(context, path!);
        else if (HttpMethods.IsGet(context.Request.Method)) context.Response.StatusCode = StatusCodes.Status200OK;
        else if (behaviour.ChecksRegistry && path != $"/partner/v1/registries/{incoming.Registry}/messages") await ProblemAsync(context, 404, null);
        else if (behaviour.ChecksContentType && context.Request.ContentType != "application/jose+json") await ProblemAsync(context, 415, null);
        else if (context.Request.ContentLength > behaviour.BytesMax) await ProblemAsync(context, 413, null);
        else await MessageAsync(context);
    }

    private async Task ReadAsync(HttpContext context, string path)
    {
        var place = $"/partner/v1/registries/{incoming.Registry}/";
        byte[]? answer;
        lock (writing)
        {
            answer = path == $"{place}heads" ? WireJson.Write(behaviour.ChangeHeads(Heads()))
                : path.StartsWith($"{place}proofs/", StringComparison.Ordinal) ? log.Proof(path[$"{place}proofs/".Length..], $"{context.Request.Query["hash"]}")
                : null;
        }

        if (answer is null) await ProblemAsync(context, 404, null);
        else await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    private ReportedHeads Heads() => new(sender?.Head ?? new ReportedHead(0, ""), new ReportedHead(head.Sequence, head.Hash.IsNone ? "" : head.Hash.ToBase64Url()));

    private async Task MessageAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        byte[]? receipt;
        WireFault? fault;
        lock (writing) (receipt, fault) = Take(body.ToArray());
        if (behaviour.StatusOfAll is { } status) await ProblemAsync(context, status, null);
        else if (receipt is null) await ProblemAsync(context, fault is null ? behaviour.UnknownTypeStatus : Status(fault.Kind), fault);
        else
        {
            context.Response.ContentType = behaviour.ReceiptContentType;
            await context.Response.Body.WriteAsync(receipt, context.RequestAborted);
        }
    }

    private (byte[]? Receipt, WireFault? Fault) Take(byte[] bytes)
    {
        if (!IncomingMessages.TryVerify(bytes, incoming, ledger.Keys, Now, out var message, out var fault))
        {
            var lax = fault!.Kind == WireFaultKind.Oversized && behaviour.BytesMax > bytes.Length ? LaxReading.Of(bytes) : Overlooked(fault, bytes);
            if (lax is null) return (null, fault);
            message = lax;
        }

        var envelope = message!.Envelope;
        var known = inbox.FindIndex(m => m.Message.Id == envelope.Id);
        if (known < 0) known = inbox.FindIndex(m => m.Message.Sequence == envelope.Sequence);
        if (!behaviour.KnowsRepetitions) known = -1;
        switch (IncomingMessages.Place(behaviour.KnowsRepetitions ? head : head with { Sequence = Math.Min(head.Sequence, envelope.Sequence - 1) }, message, known < 0 ? null : inbox[known].Message))
        {
            case MessagePlacing.Repeated:
                return (behaviour.KeepsReceipts ? inbox[known].Receipt : Signed(inbox[known].Content with { ReceivedAt = WireInstant.Truncate(Now.AddMilliseconds(1)) }), null);
            case MessagePlacing.Refused refused when !behaviour.Overlooks.Contains(refused.Fault.Kind):
                if (behaviour.StoresSilently.Contains(refused.Fault.Kind)) Record(message);
                return (null, behaviour.TellsExpectedSequence ? refused.Fault : refused.Fault with { ExpectedSequence = null });
            default:
                return (Record(message), null);
        }
    }

    private SignedMessage? Overlooked(WireFault fault, byte[] bytes)
    {
        var isOverlooked = behaviour.Overlooks.Contains(fault.Kind);
        if (!isOverlooked && !behaviour.StoresSilently.Contains(fault.Kind)) return null;
        var lax = LaxReading.Of(bytes);
        if (!isOverlooked && lax is not null) Record(lax);
        return isOverlooked ? lax : null;
    }

    private byte[]? Record(SignedMessage message)
    {
        var isKnown = MessageBodies.TryRead(message.Envelope, out var body, out var unreadable);
        if (!isKnown && unreadable!.Kind == WireFaultKind.UnknownMessageType && behaviour.UnknownTypeStatus != 200) return null;
        var refusal = behaviour.ChangeRefusal(body, isKnown ? Decide(message, body!) : unreadable!.ToRefusal());
        var content = behaviour.ChangeReceipt(Receipt.For(message, Now, refusal));
        var receipt = Signed(content);
        if (behaviour.ReceiptType == JwsTypes.Receipt) log.Received(message, content, receipt);
        inbox.Add((new RecordedMessage(message.Envelope.Id, message.Envelope.Sequence, message.Hash), receipt, content));
        head = message.Head;
        return receipt;
    }

    private Refusal? Decide(SignedMessage message, PartnerMessage body)
    {
        var (refusal, told) = ledger.Decide(message, body, Now, Heads());
        foreach (var one in told.Select(behaviour.ChangeTold).OfType<PartnerMessage>()) sender?.Tell(one);
        return refusal;
    }

    private byte[] Signed(Receipt receipt)
    {
        var signed = ReceiptExchange.Sign(receipt, key);
        Jws.TryRead(signed.Bytes, out var jws, out _);
        var text = behaviour.ChangeReceiptText(Encoding.UTF8.GetString(jws!.Payload.Span));
        return Jws.Sign(Encoding.UTF8.GetBytes(text), behaviour.ReceiptType, behaviour.ReceiptKey ?? key);
    }

    private async Task ProblemAsync(HttpContext context, int status, WireFault? fault)
    {
        var problem = new JsonObject
        {
            ["rule"] = fault?.Rule ?? 1, ["english"] = fault?.English ?? "Not stored.", ["japanese"] = fault?.Japanese ?? "保存しませんでした。", ["citation"] = "protocol",
            ["remedyEnglish"] = "Correct it.", ["remedyJapanese"] = "修正してください。",
        };
        if (!behaviour.ProblemHasJapanese) problem.Remove("japanese");
        if (fault?.ExpectedSequence is { } expected) problem["expectedSequence"] = expected;
        context.Response.StatusCode = status;
        context.Response.ContentType = behaviour.ProblemContentType;
        await context.Response.WriteAsync(problem.ToJsonString(), context.RequestAborted);
    }
}
