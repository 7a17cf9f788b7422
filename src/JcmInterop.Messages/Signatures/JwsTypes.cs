namespace JcmInterop.Messages.Signatures;

/// <summary>The <c>typ</c> of every signed document, so that a signature over one kind can never pass for another: RFC 8725, section 3.11.</summary>
public static class JwsTypes
{
    /// <summary>A message from one node to the other.</summary>
    public const string Message = "jcm-message+jws";

    /// <summary>A receipt for a message.</summary>
    public const string Receipt = "jcm-receipt+jws";

    /// <summary>A checkpoint of a journal.</summary>
    public const string Checkpoint = "jcm-checkpoint+jws";

    /// <summary>A certificate for the public, for example of a cancellation.</summary>
    public const string Certificate = "jcm-certificate+jws";

    /// <summary>A report of the conformance kit.</summary>
    public const string Conformance = "jcm-conformance+jws";
}
