namespace JcmInterop.Reporting.Findings;

/// <summary>A file a person gave is not in its form; the message names the file, the place and what would be read.</summary>
public sealed class InputFileException : FormatException
{
    internal InputFileException(string message, string japanese, Exception? inner = null)
        : base(message, inner)
    {
        Japanese = japanese;
    }

    /// <summary>The message in Japanese.</summary>
    public string Japanese { get; }
}
