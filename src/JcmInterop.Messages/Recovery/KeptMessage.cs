using JcmInterop.Domain.Ledger;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Receipts;

namespace JcmInterop.Messages.Recovery;

/// <summary>A lost message, verified: it is by the side that sent it and continues the chain of its direction.</summary>
/// <param name="Message">The message.</param>
/// <param name="Body">What it says; nothing where this version cannot read it.</param>
/// <param name="Receipt">The receipt of its receiver, verified; nothing where there is none.</param>
public sealed record KeptMessage(SignedMessage Message, PartnerMessage? Body, SignedReceipt? Receipt)
{
    /// <summary>When the receiver recorded it; nothing where there is no receipt.</summary>
    public DateTimeOffset? ReceivedAt => Receipt?.Receipt.ReceivedAt;
}
