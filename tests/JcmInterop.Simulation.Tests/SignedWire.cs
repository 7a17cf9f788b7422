using System.Security.Cryptography;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Simulation.Tests;

/// <summary>The wire as it is: signed messages and receipts, read back from their bytes.</summary>
internal sealed class SignedWire : Wire
{
    private static readonly DateTimeOffset Always = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<PartyCode, SigningKey> keys;
    private readonly Dictionary<PartyCode, PartnerKeyRing> rings;

    public SignedWire(params PartyCode[] parties)
    {
        using var random = new CountingRandom();
        keys = parties.ToDictionary(p => p, _ => SigningKey.Generate(SignatureAlgorithm.Ed25519, random));
        rings = keys.ToDictionary(k => k.Key, k => new PartnerKeyRing(k.Key, new PinnedKey(k.Value.Public, Always)));
    }

    public override Parcel Pack(MessageRoute route, DirectionHead head, DateTimeOffset now, PartnerMessage body) =>
        new(OutgoingMessages.Compose(route, head, IdOf(route.From, head, MessageBodies.Write(body)), now, body, keys[route.From]), body);

    public override PartnerMessage? Open(Parcel parcel, MessageRoute route, DateTimeOffset now)
    {
        if (!IncomingMessages.TryVerify(parcel.Message.Bytes, route, rings[route.From], now, out var message, out _)) return null;
        message!.Hash.ShouldBe(parcel.Hash);
        MessageBodies.TryRead(message.Envelope, out var body, out var fault).ShouldBeTrue(fault?.ToString());
        return body;
    }

    public override Answer Receipt(Parcel parcel, DateTimeOffset now) => new(
        parcel.Sequence, parcel.Hash, ReceiptExchange.Sign(Messages.Receipts.Receipt.For(parcel.Message, now), keys[parcel.Message.Envelope.To]).Bytes);

    public override bool IsFor(Answer answer, Parcel parcel, DateTimeOffset now) =>
        ReceiptExchange.TryVerify(answer.Bytes, parcel.Message, rings[parcel.Message.Envelope.To], now, out _, out _);

    private sealed class CountingRandom : RandomNumberGenerator
    {
        private byte next;

        public override void GetBytes(byte[] data) => GetBytes(data.AsSpan());

        public override void GetBytes(Span<byte> data) => data.Fill(++next);
    }
}
