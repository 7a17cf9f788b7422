using JcmInterop.Domain.Ledger;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Messages.Envelope;

/// <summary>Composes and signs the messages this node sends.</summary>
public static class OutgoingMessages
{
    /// <summary>The next message of a direction, signed.</summary>
    /// <param name="route">The direction.</param>
    /// <param name="head">How far the direction has come.</param>
    /// <param name="id">Id of the message, a UUID of version 7 never used before.</param>
    /// <param name="now">The time; where the clock went back behind the message before, that message's time is used.</param>
    /// <param name="body">The body.</param>
    /// <param name="keys">The keys to sign with, the first one pinned at the partner.</param>
    /// <exception cref="ArgumentException">The id is not of version 7.</exception>
    /// <exception cref="InvalidOperationException">The message is larger than a partner accepts; the batch must be split before it is decided.</exception>
    public static SignedMessage Compose(
        MessageRoute route, DirectionHead head, Guid id, DateTimeOffset now, PartnerMessage body, params IReadOnlyList<SigningKey> keys) =>
        Compose(route, head, id, now, MessageBodies.TypeOf(body), MessageBodies.Write(body), keys);

    /// <summary>The next message of a direction, signed, with a body of any type.</summary>
    /// <param name="route">The direction.</param>
    /// <param name="head">How far the direction has come.</param>
    /// <param name="id">Id of the message, a UUID of version 7 never used before.</param>
    /// <param name="now">The time; where the clock went back behind the message before, that message's time is used.</param>
    /// <param name="type">The message type.</param>
    /// <param name="body">UTF-8 JSON of the body, in any form; it is written canonically.</param>
    /// <param name="keys">The keys to sign with, the first one pinned at the partner.</param>
    /// <exception cref="ArgumentException">The id is not of version 7, or the body is not acceptable JSON.</exception>
    /// <exception cref="InvalidOperationException">The message is larger than a partner accepts; the batch must be split before it is decided.</exception>
    public static SignedMessage Compose(
        MessageRoute route, DirectionHead head, Guid id, DateTimeOffset now, string type, ReadOnlyMemory<byte> body, params IReadOnlyList<SigningKey> keys)
    {
        if (id.Version != 7) throw new ArgumentException($"The message id {id} is not a UUID of version 7.", nameof(id));
        var sentAt = WireInstant.Truncate(now < head.SentAt ? head.SentAt : now);
        var envelope = new PartnerEnvelope(id, route.From, route.To, route.Registry, head.Sequence + 1, head.Hash, sentAt, type, body);
        var payload = EnvelopeWriter.Write(envelope);
        var bytes = Jws.Sign(payload.Span, JwsTypes.Message, keys);
        if (bytes.Length > JsonBounds.WireBytesMax)
            throw new InvalidOperationException($"The message has {bytes.Length} bytes; at most {JsonBounds.WireBytesMax} are accepted on the wire.");
        return new SignedMessage(bytes, envelope, Digest.Of(payload.Span), keys[0].Public.KeyId);
    }

    /// <summary>The same message signed with other keys: its payload, hash and place in the chain stay as they are.</summary>
    /// <remarks>For a message that still waits for its receipt when the partner no longer trusts the key it was signed with.</remarks>
    /// <param name="message">The message.</param>
    /// <param name="keys">The keys to sign with, the first one pinned at the partner.</param>
    public static SignedMessage SignAgain(SignedMessage message, params IReadOnlyList<SigningKey> keys) =>
        Jws.TryRead(message.Bytes, JwsTypes.Message, out var jws, out var fault)
            ? message with { Bytes = Jws.Sign(jws!.Payload.Span, JwsTypes.Message, keys), KeyId = keys[0].Public.KeyId }
            : throw new InvalidOperationException($"A message of this node cannot be read back: {fault}");
}
