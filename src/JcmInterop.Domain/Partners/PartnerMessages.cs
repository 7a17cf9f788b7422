using System.Collections.Immutable;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Transfers;

namespace JcmInterop.Domain.Partners;

/// <summary>Tells the partner what the sender's node understands. Its members never change: what is new is named in its lists.</summary>
/// <param name="Versions">Versions of the protocol the sender speaks, 1 to 20, for example <c>1.0</c>.</param>
/// <param name="MessageTypes">Message types the sender understands, those of the 1.0 base set too; at most 200.</param>
/// <param name="Features">Named abilities beyond message types; a name that is not known is passed over; at most 200.</param>
/// <param name="Limits">Limits of what the sender accepts.</param>
/// <param name="Software">Name and version of the sender's software, for people; at most 100 characters.</param>
/// <param name="PinnedKeys">Ids of the receiver's keys that the sender trusts now or from a later day on; at most 100.</param>
/// <param name="Clock">What the sender's clock showed.</param>
/// <param name="AsksAnswer">Whether the receiver is asked for its own hello; false in an answer.</param>
public sealed record Hello(
    ImmutableArray<string> Versions,
    ImmutableArray<string> MessageTypes,
    ImmutableArray<string> Features,
    AnnouncedLimits Limits,
    string Software,
    ImmutableArray<string> PinnedKeys,
    DateTimeOffset Clock,
    bool AsksAnswer) : PartnerMessage;

/// <summary>Limits of what a node accepts; none is below the limits of the protocol.</summary>
/// <param name="MessageBytes">Largest signed message, in bytes.</param>
/// <param name="TransfersPerMessage">Most transfers in one message.</param>
/// <param name="RunsPerTransfer">Most runs of units in one transfer.</param>
public sealed record AnnouncedLimits(long MessageBytes, long TransfersPerMessage, long RunsPerTransfer);

/// <summary>Introduces a new key of the sender. The message is signed with a key the receiver has pinned, and with the new key, which proves its possession.</summary>
/// <param name="KeyId">RFC 7638 thumbprint (SHA-256, base64url) of the new key.</param>
/// <param name="PublicKey">The public JSON Web Key with its required members only, in the canonical form whose SHA-256 is the thumbprint.</param>
/// <param name="ValidFrom">First instant of validity, included.</param>
/// <param name="ValidTo">End of validity, not included; absent while it is open.</param>
public sealed record KeyIntroduction(string KeyId, string PublicKey, DateTimeOffset ValidFrom, DateTimeOffset? ValidTo) : PartnerMessage;

/// <summary>Withdraws a key of the sender. The message is signed with another key of the sender that the receiver has pinned.</summary>
/// <param name="KeyId">The key that ends.</param>
/// <param name="EndsAt">End of its validity, not included; what it signed before stays verifiable.</param>
/// <param name="Reason">Why.</param>
public sealed record KeyWithdrawal(string KeyId, DateTimeOffset EndsAt, KeyEndReason Reason) : PartnerMessage;

/// <summary>Asks for the state of transfers in the receiver's records, and for how far its directions of messages have come.</summary>
/// <param name="Transfers">The transfers, at most 1,000; may be empty where the heads are asked for.</param>
/// <param name="Heads">Whether the heads of both directions are asked for.</param>
public sealed record StatusQuery(ImmutableArray<TransferId> Transfers, bool Heads) : PartnerMessage;

/// <summary>Answers a status query. It decides nothing: the transferring side repeats the completion or cancellation before it.</summary>
/// <param name="Transfers">One status for each transfer asked for, in the order of the query.</param>
/// <param name="Heads">The heads before this message; absent where they were not asked for.</param>
public sealed record StatusAnswer(ImmutableArray<TransferStatus> Transfers, ReportedHeads? Heads) : PartnerMessage;

/// <summary>The state of one transfer in the records of the side that answers.</summary>
/// <param name="Id">The transfer.</param>
/// <param name="Role">Which side of it the answering node is; absent where it does not know the transfer.</param>
/// <param name="State">Where it stands; absent where it is not known.</param>
/// <param name="ClosedAt">When the final state was recorded; absent while open or not known.</param>
public sealed record TransferStatus(TransferId Id, TransferRole? Role, TransferState? State, DateTimeOffset? ClosedAt);

/// <summary>How far both directions have come in the records of one side.</summary>
/// <param name="Sent">The last message this side has sent or will send.</param>
/// <param name="Received">The last message of the partner this side has recorded.</param>
public sealed record ReportedHeads(ReportedHead Sent, ReportedHead Received);

/// <summary>The last message of one direction.</summary>
/// <param name="Sequence">Its number; zero while there is none.</param>
/// <param name="Hash">SHA-256 over its payload, base64url; empty while there is none.</param>
public sealed record ReportedHead(long Sequence, string Hash);
