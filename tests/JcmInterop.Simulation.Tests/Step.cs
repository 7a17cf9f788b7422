namespace JcmInterop.Simulation.Tests;

/// <summary>What one step of a history does.</summary>
internal enum StepKind
{
    /// <summary>An administrator of a side asks for something; decided at once, durable with the next commit.</summary>
    Command,

    /// <summary>A client asks again for what it asked earlier, with the same key.</summary>
    Repeat,

    /// <summary>A side ends the transfers whose deadline has passed.</summary>
    Sweep,

    /// <summary>A side makes everything decided since the last commit durable, and only then answers and tells.</summary>
    Commit,

    /// <summary>The links of both sides do what they can, unless they wait for an answer.</summary>
    Send,

    /// <summary>Something on its way arrives; mostly the receiver commits at once.</summary>
    Deliver,

    /// <summary>Something on its way arrives, and will arrive again.</summary>
    Duplicate,

    /// <summary>Something on its way is lost.</summary>
    Lose,

    /// <summary>The link of a side gives up waiting for an answer.</summary>
    TimeOut,

    /// <summary>A person lets a side deliver again what was parked.</summary>
    Retry,

    /// <summary>Somebody sends a message on its way back to its sender, or on with a character changed.</summary>
    Forge,

    /// <summary>A side goes one step further in changing its key.</summary>
    Rotate,

    /// <summary>The network breaks, or heals; nothing arrives while it is broken.</summary>
    Partition,

    /// <summary>A side stops without warning; what was not durable is gone.</summary>
    Crash,

    /// <summary>A side will stop at its next commit, sending or receipt, before or after it.</summary>
    CrashAt,

    /// <summary>A side starts again from what is durable.</summary>
    Restart,

    /// <summary>The next commits of a side fail, as if its disk were full.</summary>
    DiskFull,

    /// <summary>The clock of one side jumps, ahead or back.</summary>
    ClockJump,

    /// <summary>Time passes for all.</summary>
    Wait,

    /// <summary>A side's store is copied.</summary>
    BackUp,

    /// <summary>A side loses its disk, is restored from the copy, and people of both sides bring back what it lost.</summary>
    SetBack,
}

/// <summary>One step. The numbers mean what the kind says; any numbers are valid, so that steps can be left out of a history.</summary>
internal readonly record struct Step(StepKind Kind, bool ByJapan, int A, int B, int C)
{
    public override string ToString() => $"{(ByJapan ? "JPN" : "THA")} {Kind} {A} {B} {C}";
}
