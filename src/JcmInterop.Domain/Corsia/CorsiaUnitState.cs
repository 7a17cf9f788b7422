namespace JcmInterop.Domain.Corsia;

/// <summary>State of a unit, told apart where registries use one word for opposite things.</summary>
public enum CorsiaUnitState
{
    /// <summary>Held; may still be cancelled.</summary>
    Active,

    /// <summary>On hold, escrowed or reserved.</summary>
    Locked,

    /// <summary>Cancelled for CORSIA, which most programmes call retired.</summary>
    CancelledForCorsia,

    /// <summary>Cancelled for anything else.</summary>
    CancelledOtherwise,

    /// <summary>Converted into a unit of another programme: the tonne lives on there.</summary>
    Converted,

    /// <summary>Invalidated or reversed.</summary>
    Invalidated,

    /// <summary>Bridged to a token: off the designated registry.</summary>
    Tokenised,

    /// <summary>Used towards an NDC, which the JCM calls retirement.</summary>
    UsedTowardsNdc,
}
