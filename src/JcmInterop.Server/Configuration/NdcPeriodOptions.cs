namespace JcmInterop.Server.Configuration;

/// <summary>An NDC implementation period, as the configuration says it.</summary>
/// <param name="FirstYear">First calendar year.</param>
/// <param name="FinalYear">Last calendar year, included.</param>
public sealed record NdcPeriodOptions(int FirstYear, int FinalYear);
