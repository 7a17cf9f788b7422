namespace JcmInterop.Grains.Registries;

/// <summary>A command, or a batch of them, as a person asked for it.</summary>
/// <param name="Body">The command as UTF-8 JSON, byte for byte as it arrived; of a batch an object with the one member <c>commands</c>.</param>
/// <param name="IdempotencyKey">The client's key: the same key and body get the same answer again.</param>
/// <param name="Person">Who asks.</param>
/// <param name="Role">In which role.</param>
/// <param name="RequestId">Id of the request, the same as in the logs.</param>
/// <param name="IsDryRun">Whether only to answer as the real run would, and change nothing.</param>
/// <param name="IsBatch">Whether the body is a batch: each command has its own outcome, and all that are accepted become durable together.</param>
[GenerateSerializer]
[Immutable]
public sealed record CommandRequest(
    [property: Id(0)] byte[] Body,
    [property: Id(1)] string IdempotencyKey,
    [property: Id(2)] string Person,
    [property: Id(3)] string Role,
    [property: Id(4)] string RequestId,
    [property: Id(5)] bool IsDryRun,
    [property: Id(6)] bool IsBatch = false);
