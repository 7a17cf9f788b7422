namespace JcmInterop.Reporting.Aef.Archives;

/// <summary>The archive of filings cannot do what was asked, or was changed by hand; the message names the file and what to do.</summary>
public sealed class AefArchiveException : FormatException
{
    internal AefArchiveException(string message, string japanese, Exception? inner = null)
        : base(message, inner)
    {
        Japanese = japanese;
    }

    /// <summary>The message in Japanese.</summary>
    public string Japanese { get; }
}
