namespace JcmInterop.Domain.Authorizations;

/// <summary>The uses an authorization covers.</summary>
/// <remarks>Source: decision 2/CMA.3 annex, paragraphs 1(d) and 1(f); decision 4/CMA.6, paragraph 5(e).</remarks>
[Flags]
public enum AuthorizedUses
{
    /// <summary>No use; not valid in an authorization.</summary>
    None = 0,

    /// <summary>Use towards an NDC.</summary>
    Ndc = 1,

    /// <summary>International mitigation purposes (IMP), for example CORSIA.</summary>
    InternationalMitigation = 2,

    /// <summary>Other purposes (OP) as the first transferring Party determines.</summary>
    OtherPurposes = 4,
}
