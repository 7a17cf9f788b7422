namespace JcmInterop.Cli.Terminal;

/// <summary>The outside failed: a node that does not answer, a port in use, a program that cannot be started.</summary>
internal sealed class OutsideTrouble(string english, string japanese, Exception? cause = null) : Exception(english, cause)
{
    /// <summary>The message in Japanese.</summary>
    public string Japanese => japanese;
}
