using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;

namespace JcmInterop.Messages.Envelope;

/// <summary>The signed content of one message between two nodes.</summary>
/// <param name="Id">The sender's id of the message, a UUID of version 7; never used twice.</param>
/// <param name="From">The side that sends.</param>
/// <param name="To">The side that receives.</param>
/// <param name="Registry">The bilateral registry it is about.</param>
/// <param name="Sequence">Number in its direction, from 1 without gaps.</param>
/// <param name="Previous">SHA-256 over the payload of the message before in the same direction; none for the first.</param>
/// <param name="SentAt">When it was signed: UTC, whole milliseconds; never before the message before.</param>
/// <param name="Type">The message type, for example <c>transfer-proposal</c>.</param>
/// <param name="Body">The body: canonical JSON of one object, in the form of its type.</param>
public sealed record PartnerEnvelope(
    Guid Id,
    PartyCode From,
    PartyCode To,
    BilateralRegistryId Registry,
    long Sequence,
    Digest Previous,
    DateTimeOffset SentAt,
    string Type,
    ReadOnlyMemory<byte> Body)
{
    /// <summary>The protocol version of every message.</summary>
    public const string ProtocolVersion = "1.0";

    /// <summary>Longest message type, in characters.</summary>
    public const int TypeLengthMax = 64;

    /// <summary>Largest sequence number: the largest whole number that is exact in JSON everywhere.</summary>
    public const long SequenceMax = 9_007_199_254_740_991;

    /// <summary>Whether a text can be a message type: lower-case ASCII letters, digits and hyphens, a letter first.</summary>
    public static bool IsType(string? text) =>
        text is { Length: > 0 and <= TypeLengthMax } && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
