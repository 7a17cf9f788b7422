namespace JcmInterop.Reporting.Spreadsheets;

/// <summary>What the file says a cell holds.</summary>
internal enum ReadCellKind
{
    Text,
    Number,

    /// <summary>A number shown as a date, or an ISO 8601 date.</summary>
    Date,
    Boolean,

    /// <summary>The mark of a failed calculation, such as <c>#REF!</c>.</summary>
    Error,
}
