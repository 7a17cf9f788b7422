namespace JcmInterop.Cli.Partners.Sandbox;

/// <summary>What a sandbox does with an offer.</summary>
internal enum SandboxAnswer
{
    /// <summary>Its administrator accepts.</summary>
    Accept,

    /// <summary>Its administrator refuses.</summary>
    Refuse,

    /// <summary>Nobody answers; the offer ends at its deadline.</summary>
    Wait,
}
