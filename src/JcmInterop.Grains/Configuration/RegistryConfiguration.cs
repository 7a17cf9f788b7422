using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Partners;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Grains.Configuration;

/// <summary>Everything this node knows about one bilateral registry before it opens the store.</summary>
/// <param name="Settings">What the ledger needs.</param>
/// <param name="PartnerUrl">Base address of the partner's node.</param>
/// <param name="PartnerKeys">The keys pinned for the partner before the first message; the ledger keeps what was introduced and ended since.</param>
/// <param name="SigningKeys">The keys this node signs with until it has introduced others, the first one pinned at the partner.</param>
public sealed record RegistryConfiguration(
    LedgerSettings Settings, Uri PartnerUrl, PartnerKeyRing PartnerKeys, IReadOnlyList<SigningKey> SigningKeys)
{
    /// <summary>The pair of Parties.</summary>
    public BilateralRegistryId Registry => Settings.Registry;

    /// <summary>When a checkpoint of the journal is stated.</summary>
    public CheckpointRule Checkpoints { get; init; } = CheckpointRule.Default;

    /// <summary>Private keys made since; nothing where this node cannot make any.</summary>
    public ISigningKeys? FurtherKeys { get; init; }

    /// <summary>How long an accepted transfer waits before the partner is first asked for its state.</summary>
    public TimeSpan AskAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The direction this node sends in.</summary>
    public MessageRoute Outgoing => new(Settings.Registry, Settings.Party);

    /// <summary>The direction the partner sends in.</summary>
    public MessageRoute Incoming => new(Settings.Registry, Settings.Partner);

    /// <summary>What the ledger needs, with the keys of both sides in it.</summary>
    public LedgerSettings LedgerSettings => Settings with
    {
        Keys =
        [
            .. SigningKeys.Select(key => new NodeKey(Settings.Party, key.Public.KeyId, key.Public.PublicJwk, DateTimeOffset.MinValue, null, null)),
            .. PartnerKeys.Keys.Select(pinned => new NodeKey(Settings.Partner, pinned.Key.KeyId, pinned.Key.PublicJwk, pinned.ValidFrom, pinned.ValidTo, null)),
        ],
    };
}
