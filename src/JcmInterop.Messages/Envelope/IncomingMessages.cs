using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Messages.Envelope;

/// <summary>Reads, verifies and places the messages a partner sends.</summary>
/// <remarks>First <see cref="TryVerify"/>, which looks at the bytes alone; then <see cref="Place"/>, which looks at the chain. Nothing is stored unless both agree.</remarks>
public static class IncomingMessages
{
    /// <summary>How far a partner's clock may be ahead of the clock here.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    /// <summary>Reads a message and verifies its signature, addressing and sending time.</summary>
    /// <param name="bytes">The bytes that arrived.</param>
    /// <param name="route">The direction it is expected in: from the partner to this node.</param>
    /// <param name="keys">The keys pinned for the partner.</param>
    /// <param name="now">The time here.</param>
    /// <param name="message">The message, genuine.</param>
    /// <param name="fault">Why it is not accepted; nothing is to be stored then.</param>
    public static bool TryVerify(
        ReadOnlyMemory<byte> bytes, MessageRoute route, PartnerKeyRing keys, DateTimeOffset now, out SignedMessage? message, out WireFault? fault)
    {
        message = null;
        if (!Jws.TryRead(bytes, JwsTypes.Message, out var jws, out fault)) return false;
        fault = keys.Verify(jws!, now, out var signedWith);
        if (fault is not null || EnvelopeReader.Read(jws!.Payload, out fault) is not { } envelope) return false;
        fault = Addressing(envelope, route, keys.Party) ?? Clock(envelope, now);
        if (fault is not null) return false;
        message = new SignedMessage(jws.Bytes, envelope, jws.PayloadHash, signedWith!.KeyId);
        return true;
    }

    /// <summary>Where a genuine message stands in its direction.</summary>
    /// <param name="head">How far the direction has come here.</param>
    /// <param name="message">The message.</param>
    /// <param name="recorded">What is recorded here under the id of the message or, failing that, under its sequence number; nothing where neither is known.</param>
    public static MessagePlacing Place(DirectionHead head, SignedMessage message, RecordedMessage? recorded)
    {
        var envelope = message.Envelope;
        if (recorded is { } earlier)
        {
            return earlier.Id == envelope.Id && earlier.Sequence == envelope.Sequence && earlier.Hash == message.Hash
                ? new MessagePlacing.Repeated(earlier)
                : Refused(WireFaultKind.AlteredReplay, envelope.Id == earlier.Id ? "/id" : "/sequence", envelope.Id, envelope.Sequence);
        }

        if (envelope.Sequence <= head.Sequence) return Refused(WireFaultKind.AlteredReplay, "/sequence", envelope.Id, envelope.Sequence);
        if (envelope.Sequence > head.Sequence + 1)
        {
            var gap = WireRules.Fault(WireFaultKind.SequenceGap, "/sequence", envelope.Sequence, head.Sequence + 1);
            return new MessagePlacing.Refused(gap with { ExpectedSequence = head.Sequence + 1 });
        }

        if (envelope.Previous != head.Hash)
            return Refused(WireFaultKind.PreviousMismatch, "/previous", envelope.Sequence, Named(envelope.Previous), Named(head.Hash));
        return envelope.SentAt < head.SentAt
            ? Refused(WireFaultKind.SentBeforePrevious, "/sentAt", WireInstant.Format(envelope.SentAt), WireInstant.Format(head.SentAt))
            : new MessagePlacing.Next(message);
    }

    private static string Named(Digests.Digest hash) => hash.IsNone ? "nothing" : hash.ToBase64Url();

    private static WireFault? Addressing(PartnerEnvelope envelope, MessageRoute route, PartyCode owner)
    {
        if (envelope.From != owner || envelope.From != route.From) return WireRules.Fault(WireFaultKind.WrongSender, "/from", envelope.From, route.From);
        if (envelope.To != route.To) return WireRules.Fault(WireFaultKind.WrongRecipient, "/to", envelope.To, route.To);
        return envelope.Registry != route.Registry ? WireRules.Fault(WireFaultKind.WrongRegistry, "/registry", envelope.Registry, route.Registry) : null;
    }

    private static WireFault? Clock(PartnerEnvelope envelope, DateTimeOffset now) => envelope.SentAt > now + ClockTolerance
        ? WireRules.Fault(
            WireFaultKind.SentInFuture, "/sentAt", WireInstant.Format(envelope.SentAt), (long)ClockTolerance.TotalMinutes, WireInstant.Format(now))
        : null;

    private static MessagePlacing.Refused Refused(WireFaultKind kind, string place, params ReadOnlySpan<object> values) =>
        new(WireRules.Fault(kind, place, values));
}
