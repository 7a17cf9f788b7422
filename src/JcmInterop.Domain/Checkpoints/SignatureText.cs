namespace JcmInterop.Domain.Checkpoints;

/// <summary>One signature of a signed document.</summary>
/// <param name="Protected">The protected header, base64url.</param>
/// <param name="Signature">The signature, base64url.</param>
public sealed record SignatureText(string Protected, string Signature);
