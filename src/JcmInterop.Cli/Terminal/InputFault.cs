namespace JcmInterop.Cli.Terminal;

/// <summary>Bad arguments or input: one sentence that names the place, and what would be taken instead.</summary>
internal sealed class InputFault(string english, string japanese) : Exception(english)
{
    /// <summary>The message in Japanese.</summary>
    public string Japanese => japanese;
}
