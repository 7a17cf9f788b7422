namespace JcmInterop.Faults.Tests.Soak;

/// <summary>One fault of a run and what came of it.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Fault">What befell the node.</param>
/// <param name="RecoverySeconds">From its end, or from the kill, until transfers of both directions were acknowledged by both sides again.</param>
/// <param name="LongestPauseSeconds">Longest time from its beginning to that moment in which no transfer of one of the directions was
/// acknowledged by both sides.</param>
/// <param name="Verified">Acknowledged transfers of its world that were found whole on both sides after it.</param>
internal sealed record StruckFault(int Number, string Fault, double RecoverySeconds, double LongestPauseSeconds, int Verified);
