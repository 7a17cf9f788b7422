namespace JcmInterop.Cli.Demonstration;

/// <summary>A node answered otherwise than the demonstration expects; the demonstration has failed.</summary>
internal sealed class UnexpectedAnswer(string english, string japanese) : Exception(english)
{
    /// <summary>The message in Japanese.</summary>
    public string Japanese => japanese;
}
