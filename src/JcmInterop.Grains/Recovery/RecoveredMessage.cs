namespace JcmInterop.Grains.Recovery;

/// <summary>One message that was lost.</summary>
/// <param name="Sequence">Its number.</param>
/// <param name="Type">Its type.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="About">The transfers it is about.</param>
public sealed record RecoveredMessage(long Sequence, string Type, DateTimeOffset SentAt, IReadOnlyList<string> About);
