namespace JcmInterop.Server.Partners;

/// <summary>How far both directions of messages have come on a node.</summary>
/// <param name="Sent">The last message it has sent or will send.</param>
/// <param name="Received">The last message of its partner it has recorded.</param>
internal sealed record PartnerHeads(PartnerHead Sent, PartnerHead Received);

/// <summary>The last message of one direction.</summary>
/// <param name="Sequence">Its number; zero while there is none.</param>
/// <param name="Hash">SHA-256 over its payload, base64url; empty while there is none.</param>
internal sealed record PartnerHead(long Sequence, string Hash);
