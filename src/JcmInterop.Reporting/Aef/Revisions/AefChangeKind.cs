namespace JcmInterop.Reporting.Aef.Revisions;

/// <summary>What a revised submission does to a row or cell of the one before.</summary>
public enum AefChangeKind
{
    /// <summary>A row is new.</summary>
    RowAdded,

    /// <summary>A row is gone.</summary>
    RowRemoved,

    /// <summary>A cell says something else.</summary>
    CellChanged,
}
