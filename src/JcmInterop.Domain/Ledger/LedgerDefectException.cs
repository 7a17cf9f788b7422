namespace JcmInterop.Domain.Ledger;

/// <summary>An invariant of the ledger broke. Nothing may continue on this registry until a person has looked.</summary>
public sealed class LedgerDefectException : Exception
{
    /// <summary>Creates the defect with what was found.</summary>
    public LedgerDefectException(string message)
        : base(message)
    {
    }
}
