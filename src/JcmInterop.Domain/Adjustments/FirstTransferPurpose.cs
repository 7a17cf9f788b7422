namespace JcmInterop.Domain.Adjustments;

/// <summary>What the first transferred units were authorized for; decides the row of the structured summary they are filed in.</summary>
public enum FirstTransferPurpose
{
    /// <summary>Use towards a nationally determined contribution: 2/CMA.3 annex, paragraphs 2(a) and 23(c).</summary>
    Ndc,

    /// <summary>Other international mitigation purposes, such as CORSIA: 2/CMA.3 annex, paragraphs 2(b) and 23(d).</summary>
    OtherInternationalMitigation,
}
