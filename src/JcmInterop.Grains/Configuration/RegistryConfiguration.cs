using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Grains.Configuration;

/// <summary>Everything this node knows about one bilateral registry before it opens the store.</summary>
/// <param name="Settings">What the ledger needs.</param>
/// <param name="PartnerUrl">Base address of the partner's node.</param>
/// <param name="PartnerKeys">The keys pinned for the partner.</param>
/// <param name="SigningKeys">The keys this node signs with, the first one pinned at the partner.</param>
public sealed record RegistryConfiguration(
    LedgerSettings Settings, Uri PartnerUrl, PartnerKeyRing PartnerKeys, IReadOnlyList<SigningKey> SigningKeys)
{
    /// <summary>The pair of Parties.</summary>
    public BilateralRegistryId Registry => Settings.Registry;

    /// <summary>When a checkpoint of the journal is stated.</summary>
    public CheckpointRule Checkpoints { get; init; } = CheckpointRule.Default;

    /// <summary>The direction this node sends in.</summary>
    public MessageRoute Outgoing => new(Settings.Registry, Settings.Party);

    /// <summary>The direction the partner sends in.</summary>
    public MessageRoute Incoming => new(Settings.Registry, Settings.Partner);
}
