namespace JcmInterop.Server.Configuration;

/// <summary>The last day of decision 4/CMA.6, paragraph 14, as the configuration says it. Neither rule is a default: the decision does not say what becomes of unused units.</summary>
/// <param name="LastDay">31 December of the year before the report with the period's final information, included.</param>
/// <param name="Rule"><c>no-later-use</c> or <c>counted-on-last-day</c>.</param>
/// <param name="Source">Where the Party states its choice, or that it is assumed or invented.</param>
public sealed record OimpCutOffOptions(DateOnly LastDay, string Rule, string Source);
