namespace JcmInterop.Storage.State;

/// <summary>Units of one project and vintage in one account and status.</summary>
/// <param name="Project">The project.</param>
/// <param name="Vintage">Calendar year of the mitigation.</param>
/// <param name="Account">The account.</param>
/// <param name="Status">What may be done with them.</param>
/// <param name="Blocks">Number of blocks.</param>
/// <param name="Tonnes">Number of units, in whole tonnes.</param>
public sealed record VintageTotal(string Project, int Vintage, string Account, string Status, long Blocks, long Tonnes);
