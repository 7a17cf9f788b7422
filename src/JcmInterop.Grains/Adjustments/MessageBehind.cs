using JcmInterop.Storage.Exchange;

namespace JcmInterop.Grains.Adjustments;

/// <summary>A message that is part of what a record rests on.</summary>
/// <param name="Direction">Which way it went.</param>
/// <param name="Sequence">Its number in that direction.</param>
/// <param name="Id">Its id.</param>
/// <param name="IsReceipted">Whether its signed receipt is kept.</param>
internal sealed record MessageBehind(MessageDirection Direction, long Sequence, Guid Id, bool IsReceipted);
