using System.Text;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Messages.Log;

/// <summary>A checkpoint as it is sent and kept: the signed bytes, and what they say.</summary>
/// <param name="Document">The signed document.</param>
/// <param name="Checkpoint">What the payload says.</param>
public sealed record SignedCheckpoint(Jws Document, Checkpoint Checkpoint)
{
    private static readonly string[] Names = ["protocol", "party", "registry", "treeSize", "root", "at"];

    /// <summary>The signed checkpoint, byte for byte.</summary>
    public ReadOnlyMemory<byte> Bytes => Document.Bytes;

    /// <summary>Signs a checkpoint.</summary>
    public static SignedCheckpoint Sign(Checkpoint checkpoint, params IReadOnlyList<SigningKey> keys)
    {
        var payload = CanonicalJson.Write(Encoding.ASCII.GetBytes(
            $$"""
            {
              "protocol": "{{PartnerEnvelope.ProtocolVersion}}", "party": "{{checkpoint.Party}}", "registry": "{{checkpoint.Registry}}",
              "treeSize": {{checkpoint.TreeSize}}, "root": "{{checkpoint.Root.ToBase64Url()}}", "at": "{{WireInstant.Format(checkpoint.At)}}"
            }
            """));
        return Own(Jws.Sign(payload, JwsTypes.Checkpoint, keys));
    }

    /// <summary>Reads a checkpoint and verifies that it is the Party's own.</summary>
    /// <param name="bytes">The bytes that arrived.</param>
    /// <param name="keys">The keys pinned for the Party whose journal it is.</param>
    /// <param name="at">The instant at which its key must be valid.</param>
    /// <param name="checkpoint">The checkpoint, genuine.</param>
    /// <param name="fault">Why it is not accepted.</param>
    public static bool TryVerify(
        ReadOnlyMemory<byte> bytes, PartnerKeyRing keys, DateTimeOffset at, out SignedCheckpoint? checkpoint, out WireFault? fault)
    {
        checkpoint = null;
        if (!Jws.TryRead(bytes, JwsTypes.Checkpoint, out var jws, out fault)) return false;
        fault = keys.Verify(jws!, at, out _);
        if (fault is not null || Read(jws!.Payload, out fault) is not { } read) return false;
        if (read.Party != keys.Party) fault = WireRules.Fault(WireFaultKind.WrongSender, "/party", read.Party, keys.Party);
        if (fault is null) checkpoint = new SignedCheckpoint(jws, read);
        return fault is null;
    }

    /// <summary>The same checkpoint with the signature of a witness, who has checked that it continues the one before.</summary>
    public SignedCheckpoint Cosign(SigningKey witness) => Own(Document.WithSignature(witness));

    /// <summary>Reads the payload of a checkpoint; says nothing about who signed it.</summary>
    internal static Checkpoint? Read(ReadOnlyMemory<byte> payload, out WireFault? fault)
    {
        if (DocumentReader.Read(payload, Names, out fault) is not { } document) return null;
        var checkpoint = new Checkpoint(
            document.Party("party"), document.Registry("registry"), document.Count("treeSize", least: 0), document.Hash("root"), document.Instant("at"));
        if (document.Fault is null && !checkpoint.Registry.Includes(checkpoint.Party)) document.Wrong("party", $"is not a side of {checkpoint.Registry}", 0);
        fault = document.Fault;
        return fault is null ? checkpoint : null;
    }

    private static SignedCheckpoint Own(byte[] bytes) =>
        Jws.TryRead(bytes, JwsTypes.Checkpoint, out var jws, out var fault) && Read(jws!.Payload, out fault) is { } checkpoint
            ? new SignedCheckpoint(jws, checkpoint)
            : throw new InvalidOperationException($"A checkpoint of this node cannot be read back: {fault}");
}
