using System.Security.Cryptography;
using System.Text;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;

namespace JcmInterop.Cli.Verification;

/// <summary>A message from Thailand with Japan's receipt, as evidence of an invented transfer.</summary>
internal sealed class SignedSamples : IDisposable
{
    private const string Transfer = "019d4a00-0000-7000-8000-00000000abcd";

    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly PartyCode Thailand = new("THA");

    private readonly RandomNumberGenerator random = RandomNumberGenerator.Create();
    private readonly SigningKey japan;
    private readonly SigningKey thailand;

    public SignedSamples()
    {
        japan = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        thailand = SigningKey.Generate(SignatureAlgorithm.Es256, random);
        var route = new MessageRoute(new BilateralRegistryId(PartyCode.Japan, Thailand), Thailand);
        var body = Encoding.UTF8.GetBytes($$"""{"transfers":[{"id":"{{Transfer}}"}]}""");
        Message = OutgoingMessages.Compose(route, DirectionHead.None, new Guid("019d4a00-0000-7000-8000-000000000001"), Noon, "transfer-proposal", body, thailand);
        Receipt = ReceiptExchange.Sign(Messages.Receipts.Receipt.For(Message, Noon.AddSeconds(1)), japan).Bytes;
    }

    public SignedMessage Message { get; }

    public ReadOnlyMemory<byte> Receipt { get; }

    public KeySet Keys => new(Ring(PartyCode.Japan, japan), Ring(Thailand, thailand));

    public byte[] Evidence => new EvidenceFile(Message.Envelope.Registry, Transfer, [new EvidenceExchange(Message.Bytes, Receipt)], Keys, [], []).ToBytes();

    public KeySet KeysOf(PartyCode party) => new(Keys.Of(party));

    public void Dispose()
    {
        japan.Dispose();
        thailand.Dispose();
        random.Dispose();
    }

    private static PartnerKeyRing Ring(PartyCode party, SigningKey key) => new(party, new PinnedKey(key.Public, Noon.AddDays(-1)));
}
