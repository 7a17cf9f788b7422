namespace JcmInterop.Domain.Corsia;

/// <summary>Class of a unit inside its programme; only ordinary units can be eligible.</summary>
public enum CreditClass
{
    /// <summary>An ordinary, verified unit.</summary>
    Ordinary,

    /// <summary>A registry offset credit of a Californian or Washington compliance programme.</summary>
    RegistryOffset,

    /// <summary>An early action offset credit.</summary>
    EarlyAction,

    /// <summary>A planned emission reduction: not yet achieved.</summary>
    Planned,

    /// <summary>A temporary or long-term afforestation unit.</summary>
    Temporary,

    /// <summary>A buffer or reserve unit.</summary>
    Buffer,
}
