namespace JcmInterop.Domain.Partners;

/// <summary>Why a signing key ended before its time.</summary>
public enum KeyEndReason
{
    /// <summary>A newer key took its place.</summary>
    Superseded,

    /// <summary>It was lost; nobody else has it.</summary>
    Lost,

    /// <summary>Somebody else may have it.</summary>
    Compromised,
}
