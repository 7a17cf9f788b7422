using JcmInterop.Domain.Ledger;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;

namespace JcmInterop.Simulation.Tests;

/// <summary>A message as it lies in an outbox and on the wire.</summary>
/// <param name="Message">Envelope, hash and, where the wire signs, the signed bytes.</param>
/// <param name="Body">What it says.</param>
internal sealed record Parcel(SignedMessage Message, PartnerMessage Body)
{
    public long Sequence => Message.Envelope.Sequence;

    public Digest Hash => Message.Hash;
}

/// <summary>The answer to a parcel: what the receiver has durably recorded.</summary>
/// <param name="Sequence">The parcel's number.</param>
/// <param name="Hash">The parcel's hash.</param>
/// <param name="Bytes">The signed receipt, where the wire signs.</param>
internal sealed record Answer(long Sequence, Digest Hash, ReadOnlyMemory<byte> Bytes);
