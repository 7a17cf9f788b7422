using JcmInterop.Messages.Digests;

namespace JcmInterop.Storage.Commits;

/// <summary>The answer given to a client's command, kept so that the same request gets the same answer again.</summary>
/// <param name="Key">The client's idempotency key, 1 to <see cref="KeyLengthMax"/> characters.</param>
/// <param name="BodyHash">SHA-256 over the request body, to tell a repetition from a different request under the same key.</param>
/// <param name="Answer">The answer, byte for byte.</param>
/// <param name="RecordedAt">When it was given; whole milliseconds.</param>
public sealed record CommandAnswer(string Key, Digest BodyHash, ReadOnlyMemory<byte> Answer, DateTimeOffset RecordedAt)
{
    /// <summary>Longest idempotency key, in characters.</summary>
    public const int KeyLengthMax = 200;
}
