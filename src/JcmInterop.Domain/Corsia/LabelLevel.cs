namespace JcmInterop.Domain.Corsia;

/// <summary>Level of a programme's CORSIA label.</summary>
public enum LabelLevel
{
    /// <summary>A mark without level or period.</summary>
    Unspecified,

    /// <summary>Inside the scope of the period, not yet cleared.</summary>
    Scope,

    /// <summary>Cleared by the programme for the period.</summary>
    Eligible,
}
