using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Messages.Log;

/// <summary>The row of a journal that names a message or its receipt, so that a proof can show that the log holds it.</summary>
/// <remarks>Its payload is canonical JSON with exactly the members <c>from</c>, <c>message</c>, <c>outcome</c>, <c>receipt</c>, <c>sequence</c>
/// and <c>type</c>; what the kind of row does not say is <c>null</c>.</remarks>
public sealed record MessageRow
{
    private static readonly string[] Names = ["from", "message", "outcome", "receipt", "sequence", "type"];

    private static readonly FrozenDictionary<string, MessageRowKind> Kinds = new Dictionary<string, MessageRowKind>
    {
        ["message-sent"] = MessageRowKind.Sent,
        ["message-received"] = MessageRowKind.Received,
        ["receipt-received"] = MessageRowKind.ReceiptReceived,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private MessageRow(MessageRowKind kind, PartyCode from, long sequence, Digest message)
    {
        Kind = kind;
        From = from;
        Sequence = sequence;
        Message = message;
    }

    /// <summary>What the row says.</summary>
    public MessageRowKind Kind { get; }

    /// <summary>The sender of the message.</summary>
    public PartyCode From { get; }

    /// <summary>Number of the message in its direction.</summary>
    public long Sequence { get; }

    /// <summary>The message hash: SHA-256 over the payload of the message.</summary>
    public Digest Message { get; }

    /// <summary>The type of the message; nothing in a row about a receipt that came back.</summary>
    public string? Type { get; private init; }

    /// <summary>What became of the message at its receiver; nothing in a row about a message sent.</summary>
    public ReceiptOutcome? Outcome { get; private init; }

    /// <summary>SHA-256 over the payload of the receipt; nothing in a row about a message sent.</summary>
    public Digest? Receipt { get; private init; }

    /// <summary>The kind of the journal row, for example <c>message-sent</c>.</summary>
    public string KindText => Kinds.First(pair => pair.Value == Kind).Key;

    /// <summary>Whether a kind of journal row is one of these.</summary>
    public static bool IsKind(string kind) => Kinds.ContainsKey(kind);

    /// <summary>The row about a message this side signed.</summary>
    public static MessageRow Sent(SignedMessage message) =>
        Sent(message.Envelope.From, message.Envelope.Sequence, message.Hash, message.Envelope.Type);

    /// <summary>The row about a message this side signed.</summary>
    /// <param name="from">This side.</param>
    /// <param name="sequence">Number of the message.</param>
    /// <param name="message">The message hash.</param>
    /// <param name="type">The type of the message.</param>
    public static MessageRow Sent(PartyCode from, long sequence, Digest message, string type) =>
        new(MessageRowKind.Sent, from, sequence, message) { Type = type };

    /// <summary>The row about a message this side received and receipted.</summary>
    public static MessageRow Received(SignedMessage message, SignedReceipt receipt) => Received(
        message.Envelope.From, message.Envelope.Sequence, message.Hash, message.Envelope.Type, ReceiptHash(receipt.Bytes), receipt.Receipt.Outcome);

    /// <summary>The row about a message this side received and receipted.</summary>
    /// <param name="from">The partner.</param>
    /// <param name="sequence">Number of the message.</param>
    /// <param name="message">The message hash.</param>
    /// <param name="type">The type of the message.</param>
    /// <param name="receipt">See <see cref="ReceiptHash"/>.</param>
    /// <param name="outcome">What it says.</param>
    public static MessageRow Received(PartyCode from, long sequence, Digest message, string type, Digest receipt, ReceiptOutcome outcome) =>
        new(MessageRowKind.Received, from, sequence, message) { Type = type, Outcome = outcome, Receipt = receipt };

    /// <summary>The row about the partner's receipt for a message this side sent.</summary>
    /// <param name="from">This side.</param>
    /// <param name="sequence">Number of the message.</param>
    /// <param name="message">The message hash.</param>
    /// <param name="receipt">See <see cref="ReceiptHash"/>.</param>
    /// <param name="outcome">What it says.</param>
    public static MessageRow ReceiptReceived(PartyCode from, long sequence, Digest message, Digest receipt, ReceiptOutcome outcome) =>
        new(MessageRowKind.ReceiptReceived, from, sequence, message) { Outcome = outcome, Receipt = receipt };

    /// <summary>The payload of the journal row.</summary>
    public byte[] Write()
    {
        var outcome = Outcome is { } told ? $"\"{(told == ReceiptOutcome.Recorded ? "recorded" : "refused")}\"" : "null";
        var receipt = Receipt is { } hash ? $"\"{hash.ToBase64Url()}\"" : "null";
        var type = Type is null ? "null" : $"\"{Type}\"";
        return Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"from":"{{From}}","message":"{{Message.ToBase64Url()}}","outcome":{{outcome}},"receipt":{{receipt}},"sequence":{{Sequence}},"type":{{type}}}"""));
    }

    /// <summary>Reads the payload of a journal row.</summary>
    /// <param name="kind">The kind of the row.</param>
    /// <param name="payload">Its payload.</param>
    /// <param name="fault">Why it is no such row.</param>
    public static MessageRow? Read(string kind, ReadOnlyMemory<byte> payload, out WireFault? fault)
    {
        fault = null;
        if (!Kinds.TryGetValue(kind, out var known))
            fault = WireRules.Fault(WireFaultKind.MalformedDocument, "/kind", $"a row of kind '{kind}' does not name a message.");
        if (fault is not null || DocumentReader.Read(payload, Names, out fault) is not { } document) return null;
        var row = new MessageRow(known, document.Party("from"), document.Count("sequence", least: 1), document.Hash("message"))
        {
            Type = known == MessageRowKind.ReceiptReceived ? document.Null<string>("type") : document.Text("type"),
            Outcome = known == MessageRowKind.Sent ? document.Null<ReceiptOutcome?>("outcome") : ReceiptExchange.Outcome(document),
            Receipt = known == MessageRowKind.Sent ? document.Null<Digest?>("receipt") : document.Hash("receipt"),
        };
        if (row.Type is { } type && !PartnerEnvelope.IsType(type)) document.Wrong("type", "is not a message type", 0);
        fault = document.Fault;
        return fault is null ? row : null;
    }

    /// <summary>The receipt hash: SHA-256 over the payload of a receipt.</summary>
    /// <exception cref="ArgumentException">The bytes are not a receipt.</exception>
    public static Digest ReceiptHash(ReadOnlyMemory<byte> receipt) => Jws.TryRead(receipt, JwsTypes.Receipt, out var jws, out var fault)
        ? jws!.PayloadHash
        : throw new ArgumentException($"The bytes are not a receipt: {fault}", nameof(receipt));
}
