using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Checkpoints;

/// <summary>The rules of checkpoints.</summary>
public static class CheckpointRules
{
    /// <summary>5101.</summary>
    public static RefusalRule NotVerified { get; } = new(
        5101, "The checkpoint of {0} has not been verified.", "{0} のチェックポイントは検証されていません。", "protocol: checkpoints",
        "Send it as a signed message to the partner's node, which verifies it.", "検証を行う相手のノードに署名付きメッセージとして送ってください。");
}
