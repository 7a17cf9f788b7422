namespace JcmInterop.Grains.Registries;

/// <summary>How far both directions of messages have come on this node.</summary>
/// <param name="SentSequence">Number of the last message to the partner; zero while there is none.</param>
/// <param name="SentHash">SHA-256 over its payload, base64url; empty while there is none.</param>
/// <param name="ReceivedSequence">Number of the last message of the partner.</param>
/// <param name="ReceivedHash">SHA-256 over its payload.</param>
[GenerateSerializer]
[Immutable]
public sealed record RegistryHeadsReply(
    [property: Id(0)] long SentSequence, [property: Id(1)] string SentHash, [property: Id(2)] long ReceivedSequence, [property: Id(3)] string ReceivedHash);
