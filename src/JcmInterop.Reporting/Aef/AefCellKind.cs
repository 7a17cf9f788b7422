namespace JcmInterop.Reporting.Aef;

/// <summary>What a cell holds.</summary>
public enum AefCellKind
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A calendar date, as a real date cell.</summary>
    Date,
}
