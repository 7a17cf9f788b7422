using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Tests.Envelope;
using JcmInterop.Messages.Tests.Verification;

namespace JcmInterop.Messages.Tests.Schemas;

/// <summary>A genuine message, receipt and checkpoint, and the strict reader of each.</summary>
internal static class DocumentSamples
{
    /// <summary>The kinds of signed documents, by the names of their schemas.</summary>
    public static IReadOnlyList<string> Names { get; } = ["message", "receipt", "checkpoint-statement"];

    /// <summary>The payload of the sample.</summary>
    public static ReadOnlyMemory<byte> Payload(string document) => PayloadOf(document switch
    {
        "message" => TestEvidence.Completion.Bytes,
        "receipt" => ReceiptExchange.Sign(Receipt.For(TestEvidence.Proposal, TestKeys.Noon, new(1, "E", "J", "C", "R", "L")), TestKeys.Japan).Bytes,
        _ => SignedCheckpoint.Sign(new Checkpoint(TestKeys.Thailand, TestMessages.FromThailand.Registry, 7, Digest.Of([]), TestKeys.Noon), TestKeys.ThailandKey).Bytes,
    });

    /// <summary>The payload of a signed document.</summary>
    public static ReadOnlyMemory<byte> PayloadOf(ReadOnlyMemory<byte> document) =>
        Jws.TryRead(document, out var jws, out _) ? jws!.Payload : throw new InvalidOperationException("The sample is not a signed document.");

    /// <summary>What the strict reader says against a payload; nothing where it reads it.</summary>
    public static WireFault? Read(string document, ReadOnlyMemory<byte> payload)
    {
        WireFault? fault;
        _ = document switch
        {
            "message" => EnvelopeReader.Read(payload, out fault) as object,
            "receipt" => ReceiptExchange.Read(payload, out fault),
            _ => SignedCheckpoint.Read(payload, out fault),
        };
        return fault;
    }
}
