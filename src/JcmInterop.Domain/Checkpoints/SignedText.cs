using System.Collections.Immutable;

namespace JcmInterop.Domain.Checkpoints;

/// <summary>A signed document inside a message: a JWS in general JSON serialization, as the protocol's section on signed messages has it.</summary>
/// <param name="Payload">The canonical JSON of the content, base64url; at most 4,000 characters.</param>
/// <param name="Signatures">Its signatures, 1 to 4.</param>
public sealed record SignedText(string Payload, ImmutableArray<SignatureText> Signatures)
{
    /// <summary>Most signatures of one document.</summary>
    public const int SignaturesMax = 4;

    /// <summary>Longest payload, header or signature, in characters.</summary>
    public const int TextLengthMax = 8_000;

    /// <inheritdoc/>
    public bool Equals(SignedText? other) => other is not null && Payload == other.Payload && Signatures.AsSpan().SequenceEqual(other.Signatures.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Payload.GetHashCode(StringComparison.Ordinal);
}
