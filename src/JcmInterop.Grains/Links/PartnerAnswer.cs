using JcmInterop.Domain.Partners;

namespace JcmInterop.Grains.Links;

/// <summary>What came back from the partner's node.</summary>
public abstract record PartnerAnswer
{
    private PartnerAnswer()
    {
    }

    /// <summary>A receipt, not yet verified.</summary>
    /// <param name="Bytes">Its bytes.</param>
    /// <param name="IsRefused">Whether it says that the content was refused; known once it is verified.</param>
    public sealed record Receipt(ReadOnlyMemory<byte> Bytes, bool IsRefused = false) : PartnerAnswer;

    /// <summary>The partner's time.</summary>
    /// <param name="Now">What its clock showed.</param>
    public sealed record Time(DateTimeOffset Now) : PartnerAnswer;

    /// <summary>Rows of the partner's journal with their proofs, not yet verified.</summary>
    /// <param name="Bytes">Its bytes.</param>
    public sealed record Proof(ReadOnlyMemory<byte> Bytes) : PartnerAnswer;

    /// <summary>How far both directions of messages have come at the partner.</summary>
    /// <param name="Reported">What it said.</param>
    public sealed record Heads(ReportedHeads Reported) : PartnerAnswer;

    /// <summary>The partner understood and does not take the message; sending it again changes nothing.</summary>
    /// <param name="Status">HTTP status.</param>
    /// <param name="Text">The partner's words.</param>
    /// <param name="ExpectedSequence">The number it expects, where it says so.</param>
    public sealed record Refusal(int Status, string Text, long? ExpectedSequence) : PartnerAnswer;

    /// <summary>The partner could not be reached or is in trouble; sending again later may succeed.</summary>
    /// <param name="Error">What happened.</param>
    public sealed record Unreachable(string Error) : PartnerAnswer;
}
