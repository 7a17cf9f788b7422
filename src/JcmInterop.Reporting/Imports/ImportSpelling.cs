namespace JcmInterop.Reporting.Imports;

/// <summary>How import files spell what is not a value, so that an empty cell never has to be guessed at.</summary>
public static class ImportSpelling
{
    /// <summary>The fact exists and was not found.</summary>
    public const string Unknown = "unknown";

    /// <summary>A quantity was notified and has not been issued.</summary>
    public const string Pending = "pending";

    /// <summary>Nothing is to be issued: the side was notified zero. Also a first transfer definition that no use needs.</summary>
    public const string NotApplicable = "not applicable";

    /// <summary>A split by holder that is not public.</summary>
    public const string NotPublished = "not published";

    /// <summary>A limit that was not set.</summary>
    public const string None = "none";

    /// <summary>A list that covers everything.</summary>
    public const string All = "all";
}
