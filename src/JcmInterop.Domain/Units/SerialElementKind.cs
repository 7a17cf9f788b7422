namespace JcmInterop.Domain.Units;

/// <summary>What one element of a printed serial number says.</summary>
public enum SerialElementKind
{
    /// <summary>Fixed text.</summary>
    Literal,

    /// <summary>The issuing side's Party code, alpha-3.</summary>
    IssuingParty,

    /// <summary>The counterpart's Party code, alpha-3.</summary>
    Counterpart,

    /// <summary>The JCM project reference, for example TH014.</summary>
    ProjectReference,

    /// <summary>The vintage, four digits.</summary>
    Vintage,

    /// <summary>The running number; exactly one per profile.</summary>
    Number,
}
