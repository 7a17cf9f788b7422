namespace JcmInterop.Reporting.Records;

/// <summary>Where the ITMO serial numbers of imported blocks come from.</summary>
public enum ItmoSerials
{
    /// <summary>The column of first ITMO identifiers; a block without one is in no agreed electronic format.</summary>
    Given,

    /// <summary>The serial numbers of the units themselves: the Party decided that they are the ITMO serial numbers too.</summary>
    SameAsUnits,
}
