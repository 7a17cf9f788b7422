namespace JcmInterop.Server.Partners;

/// <summary>The last message of one direction.</summary>
/// <param name="Sequence">Its number; zero while there is none.</param>
/// <param name="Hash">SHA-256 over its payload, base64url; empty while there is none.</param>
internal sealed record PartnerHead(long Sequence, string Hash);
