namespace JcmInterop.Grains.Configuration;

/// <summary>When this side states a checkpoint of its journal and asks the partner to cosign it.</summary>
/// <param name="RowsMax">As soon as the journal has grown by so many rows.</param>
/// <param name="After">At the latest so long after something that no checkpoint covers was recorded.</param>
public sealed record CheckpointRule(long RowsMax, TimeSpan After)
{
    /// <summary>The id of the deadline at which a checkpoint is stated.</summary>
    internal const string DeadlineId = "checkpoint";

    /// <summary>Every 1,000 rows, and 5 minutes after something happened.</summary>
    public static CheckpointRule Default { get; } = new(1_000, TimeSpan.FromMinutes(5));
}
