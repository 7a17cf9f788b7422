namespace JcmInterop.Simulation.Tests;

/// <summary>What one step of a history does.</summary>
internal enum StepKind
{
    /// <summary>An administrator of a side asks for something; decided at once, durable with the next commit.</summary>
    Command,

    /// <summary>A side makes everything decided since the last commit durable, and only then answers and tells.</summary>
    Commit,

    /// <summary>Both sides send their first undelivered messages, again where they already did.</summary>
    Send,

    /// <summary>Something on its way arrives; mostly the receiver commits at once.</summary>
    Deliver,

    /// <summary>Something on its way arrives, and will arrive again.</summary>
    Duplicate,

    /// <summary>Something on its way is lost.</summary>
    Lose,

    /// <summary>The network breaks, or heals; nothing arrives while it is broken.</summary>
    Partition,

    /// <summary>A side stops without warning; what was not durable is gone.</summary>
    Crash,

    /// <summary>A side will stop at its next commit or receipt, before or after it is durable.</summary>
    CrashAt,

    /// <summary>A side starts again from what is durable.</summary>
    Restart,

    /// <summary>The next commits of a side fail, as if its disk were full.</summary>
    DiskFull,

    /// <summary>The clock of one side jumps, ahead or back.</summary>
    ClockJump,

    /// <summary>Time passes for all.</summary>
    Wait,
}

/// <summary>One step. The numbers mean what the kind says; any numbers are valid, so that steps can be left out of a history.</summary>
internal readonly record struct Step(StepKind Kind, bool ByJapan, int A, int B, int C)
{
    public override string ToString() => $"{(ByJapan ? "JPN" : "THA")} {Kind} {A} {B} {C}";
}
