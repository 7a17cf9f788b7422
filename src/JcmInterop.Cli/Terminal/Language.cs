namespace JcmInterop.Cli.Terminal;

/// <summary>The language in which a command speaks to people.</summary>
internal enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Japanese.</summary>
    Japanese,
}
