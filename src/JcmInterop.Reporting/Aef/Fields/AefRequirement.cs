namespace JcmInterop.Reporting.Aef.Fields;

/// <summary>When a field must have a value.</summary>
public enum AefRequirement
{
    /// <summary>Never.</summary>
    Optional,

    /// <summary>In every row.</summary>
    Required,

    /// <summary>In some rows; a consistency rule says which.</summary>
    Conditional,

    /// <summary>Filled by the centralized accounting and reporting platform; the Party leaves the placeholder.</summary>
    FilledByPlatform,
}
