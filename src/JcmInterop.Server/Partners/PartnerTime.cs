namespace JcmInterop.Server.Partners;

/// <summary>The clock of a node.</summary>
/// <param name="Now">UTC with milliseconds.</param>
internal sealed record PartnerTime(string Now);
