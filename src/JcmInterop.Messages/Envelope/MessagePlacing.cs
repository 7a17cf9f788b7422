using JcmInterop.Messages.Faults;

namespace JcmInterop.Messages.Envelope;

/// <summary>Where a genuine message stands in its direction.</summary>
public abstract record MessagePlacing
{
    private MessagePlacing()
    {
    }

    /// <summary>It is the next one: to be recorded, decided and receipted.</summary>
    /// <param name="Message">The message.</param>
    public sealed record Next(SignedMessage Message) : MessagePlacing;

    /// <summary>It was recorded before, byte for byte: the same receipt is the answer again.</summary>
    /// <param name="Recorded">What is recorded.</param>
    public sealed record Repeated(RecordedMessage Recorded) : MessagePlacing;

    /// <summary>It does not fit the chain; nothing is stored.</summary>
    /// <param name="Fault">Why not.</param>
    public sealed record Refused(WireFault Fault) : MessagePlacing;
}
