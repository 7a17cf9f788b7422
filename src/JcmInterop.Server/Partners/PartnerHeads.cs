namespace JcmInterop.Server.Partners;

/// <summary>How far both directions of messages have come on a node.</summary>
/// <param name="Sent">The last message it has sent or will send.</param>
/// <param name="Received">The last message of its partner it has recorded.</param>
internal sealed record PartnerHeads(PartnerHead Sent, PartnerHead Received);
