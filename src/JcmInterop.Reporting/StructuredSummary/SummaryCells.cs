namespace JcmInterop.Reporting.StructuredSummary;

/// <summary>Which years of a row can have a figure.</summary>
public enum SummaryCells
{
    /// <summary>Every year; a missing figure is for the Party to provide.</summary>
    EachYear,

    /// <summary>The last year of the period only.</summary>
    LastYear,

    /// <summary>None: the row is a text.</summary>
    Text,
}
