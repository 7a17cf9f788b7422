namespace JcmInterop.Domain.Adjustments;

/// <summary>When a block was first transferred, that it was not, or that the records do not say.</summary>
public abstract record FirstTransferDating
{
    private protected FirstTransferDating()
    {
    }
}

/// <summary>First transferred, once; whatever else happened is a transfer, a use or a cancellation.</summary>
/// <param name="On">Day.</param>
/// <param name="Event">The event that counted: the earliest of those that can.</param>
public sealed record FirstTransferDated(DateOnly On, FirstTransferEvent Event) : FirstTransferDating
{
    /// <summary>The row of the structured summary: only an international transfer for NDC use is in 23(c) alone.</summary>
    public FirstTransferPurpose Purpose => Event == FirstTransferEvent.InternationalTransfer ? FirstTransferPurpose.Ndc : FirstTransferPurpose.OtherInternationalMitigation;
}

/// <summary>Not first transferred: nothing that counts has happened, or the units are not authorized (4/CMA.6, paragraph 11).</summary>
public sealed record NotFirstTransferred : FirstTransferDating;

/// <summary>The records do not decide it; such a block belongs in no report until its Party does.</summary>
/// <param name="Reason">What is missing or contradictory.</param>
public sealed record FirstTransferUnresolved(string Reason) : FirstTransferDating;
