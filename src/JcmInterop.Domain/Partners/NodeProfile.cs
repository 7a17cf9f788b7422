using System.Collections.Immutable;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Domain.Partners;

/// <summary>What this node says of itself in its hello.</summary>
/// <param name="Versions">Versions of the protocol it speaks.</param>
/// <param name="MessageTypes">Message types it understands.</param>
/// <param name="Features">Named abilities beyond message types.</param>
/// <param name="Limits">Limits of what it accepts.</param>
/// <param name="Software">Name and version of its software.</param>
public sealed record NodeProfile(
    ImmutableArray<string> Versions, ImmutableArray<string> MessageTypes, ImmutableArray<string> Features, AnnouncedLimits Limits, string Software)
{
    /// <summary>Name of the ability to read first transfers by the Adaptation Fund and by the last day for other purposes.</summary>
    public const string LaterFirstTransfers = "first-transfers-2";

    /// <summary>Largest signed message every node accepts: 4 MiB.</summary>
    public const long MessageBytesMin = 4 * 1024 * 1024;

    /// <summary>This version with everything it understands.</summary>
    public static NodeProfile Present { get; } = new(
        ["1.0"],
        Partners.MessageTypes.Understood,
        [LaterFirstTransfers],
        new AnnouncedLimits(MessageBytesMin, MessageBatching.TransfersMax, TransferOffer.RunsMax),
        "JcmInterop");

    /// <summary>The highest version that both this node and its partner speak, or nothing.</summary>
    public string? CommonVersion(ImmutableArray<string> theirs) => HelloDecisions.CommonVersion(Versions, theirs);
}
