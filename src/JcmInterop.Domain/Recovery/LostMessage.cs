using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Recovery;

/// <summary>One message that a restored side lost and its partner kept.</summary>
/// <param name="Sequence">Its number in its direction.</param>
/// <param name="At">When the restored side sent or recorded it, by its own clock.</param>
/// <param name="Body">What it says; absent where this version could not read it then either.</param>
public sealed record LostMessage(long Sequence, DateTimeOffset At, PartnerMessage? Body);
