namespace JcmInterop.Reporting.Aef.Checks.Reports;

/// <summary>How far a submission came in the check.</summary>
public enum AefFileState
{
    /// <summary>The form is wrong; nothing else was checked, and no other file was compared with it.</summary>
    SyntaxFailed,

    /// <summary>The form is right and something is inconsistent.</summary>
    Inconsistent,

    /// <summary>No error was found; warnings may have been.</summary>
    Consistent,

    /// <summary>A newer version of the same submission is among the files.</summary>
    Obsolete,

    /// <summary>The same version of the same submission is among the files.</summary>
    Duplicate,
}
