namespace JcmInterop.Cli.Terminal;

/// <summary>How a command ended, as scripts see it.</summary>
internal enum ExitCode
{
    /// <summary>Done, and nothing was found.</summary>
    Done = 0,

    /// <summary>A finding, a refusal, or an expected figure that was not reached.</summary>
    Finding = 1,

    /// <summary>Bad arguments or bad input; nothing was changed.</summary>
    BadInput = 2,

    /// <summary>The outside failed: a port in use, a locked file, a node that does not answer.</summary>
    Trouble = 3,

    /// <summary>An invariant of the product broke.</summary>
    Defect = 70,

    /// <summary>Stopped by a signal before the end.</summary>
    Interrupted = 130,
}
