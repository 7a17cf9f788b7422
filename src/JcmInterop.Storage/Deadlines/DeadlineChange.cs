namespace JcmInterop.Storage.Deadlines;

/// <summary>Sets a deadline, moves it, or lifts it.</summary>
/// <param name="Id">Names the deadline in its registry, for example the transfer that must be answered.</param>
/// <param name="DueAt">When it falls due; nothing lifts it.</param>
public sealed record DeadlineChange(string Id, DateTimeOffset? DueAt);
