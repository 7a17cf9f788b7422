namespace JcmInterop.Reporting.DataSheets;

/// <summary>How far the record answers a section of a report.</summary>
public enum SheetStatus
{
    /// <summary>The record has all that the section asks.</summary>
    Filled,

    /// <summary>The record has a part; the rest is to be written.</summary>
    PartlyFilled,

    /// <summary>The record has nothing on it; the Party writes it.</summary>
    ToBeWritten,
}
