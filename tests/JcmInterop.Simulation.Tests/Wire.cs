using System.Text;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;

namespace JcmInterop.Simulation.Tests;

/// <summary>How parcels are made and read. This one chains and hashes as the protocol does but signs nothing, so that many histories run in little time.</summary>
internal class Wire
{
    /// <summary>The next parcel of a direction.</summary>
    public virtual Parcel Pack(MessageRoute route, DirectionHead head, DateTimeOffset now, PartnerMessage body)
    {
        var sentAt = WireTime(now < head.SentAt ? head.SentAt : now);
        var bytes = MessageBodies.Write(body);
        var envelope = new PartnerEnvelope(IdOf(route.From, head, bytes), route.From, route.To, route.Registry, head.Sequence + 1, head.Hash, sentAt, MessageBodies.TypeOf(body), bytes);
        return new Parcel(new SignedMessage(ReadOnlyMemory<byte>.Empty, envelope, Digest.Of(envelope.Id.ToByteArray()), "unsigned"), body);
    }

    /// <summary>The body as the receiver reads it; nothing where it does not accept the parcel now.</summary>
    public virtual PartnerMessage? Open(Parcel parcel, MessageRoute route, DateTimeOffset now) =>
        parcel.Message.Envelope.SentAt > now + IncomingMessages.ClockTolerance ? null : parcel.Body;

    /// <summary>The receipt for a recorded parcel.</summary>
    public virtual Answer Receipt(Parcel parcel, DateTimeOffset now) => new(parcel.Sequence, parcel.Hash, ReadOnlyMemory<byte>.Empty);

    /// <summary>Whether a receipt is for a parcel.</summary>
    public virtual bool IsFor(Answer answer, Parcel parcel, DateTimeOffset now) => answer.Hash == parcel.Hash;

    protected static DateTimeOffset WireTime(DateTimeOffset at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);

    /// <summary>A UUID of version 7 that depends on all that was said before and now.</summary>
    protected static Guid IdOf(PartyCode from, DirectionHead head, byte[] body)
    {
        var said = Digest.Of([.. Encoding.UTF8.GetBytes($"{from}{head.Sequence}{head.Hash}"), .. body]).ToArray();
        said[6] = (byte)((said[6] & 0x0f) | 0x70);
        said[8] = (byte)((said[8] & 0x3f) | 0x80);
        return new Guid(said.AsSpan(0, 16), bigEndian: true);
    }
}
