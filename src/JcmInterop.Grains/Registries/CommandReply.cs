using JcmInterop.Grains.Problems;

namespace JcmInterop.Grains.Registries;

/// <summary>The answer to a command; durable before it is given.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Answer">Accepted or refused: the answer as UTF-8 JSON, the same bytes for every repetition.</param>
/// <param name="Problem">Malformed, key reused or troubled: why.</param>
[GenerateSerializer]
[Immutable]
public sealed record CommandReply([property: Id(0)] CommandReplyKind Kind, [property: Id(1)] byte[] Answer, [property: Id(2)] Problem? Problem)
{
    internal static CommandReply Troubled(Problem problem) => new(CommandReplyKind.Troubled, [], problem);
}
