using JcmInterop.Grains.Problems;

namespace JcmInterop.Grains.Registries;

/// <summary>The answer to a message of the partner.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Receipt">The signed receipt, byte for byte as it is kept; nothing unless it was recorded.</param>
/// <param name="Problem">Why it was not recorded; nothing when it was.</param>
[GenerateSerializer]
[Immutable]
public sealed record MessageReply([property: Id(0)] MessageReplyKind Kind, [property: Id(1)] byte[]? Receipt, [property: Id(2)] Problem? Problem)
{
    internal static MessageReply Receipted(ReadOnlyMemory<byte> receipt) => new(MessageReplyKind.Receipted, receipt.ToArray(), null);

    internal static MessageReply Faulty(Problem problem) => new(MessageReplyKind.Faulty, null, problem);

    internal static MessageReply Troubled(Problem problem) => new(MessageReplyKind.Troubled, null, problem);
}
