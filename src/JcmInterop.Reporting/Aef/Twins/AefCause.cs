using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef.Twins;

/// <summary>Why a mismatch probably came about, and what to do. A guess from the values: a person decides.</summary>
/// <param name="Code">Short name.</param>
/// <param name="Text">The cause and what to do.</param>
public sealed record AefCause(string Code, BilingualText Text);
