namespace JcmInterop.Cli.Demonstration;

/// <summary>What was measured at one node.</summary>
/// <param name="Node">The Party of the node.</param>
/// <param name="ReadyAfterMilliseconds">From the first start of its process to ready.</param>
/// <param name="PeakMebibytes">Most memory resident.</param>
/// <param name="Restarts">How often it was started again after it had died.</param>
internal sealed record NodeMeasurement(string Node, long ReadyAfterMilliseconds, long PeakMebibytes, int Restarts);
