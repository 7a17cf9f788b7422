using JcmInterop.Reporting.Aef.Fields;

namespace JcmInterop.Reporting.Aef.Revisions;

/// <summary>One difference between two versions of a submission.</summary>
/// <param name="Table">The table.</param>
/// <param name="Kind">What changed.</param>
/// <param name="Field">Technical name of the changed field; of the identifying field for a row.</param>
/// <param name="OldValue">Value before; empty for a new row.</param>
/// <param name="OldPlace">Cell before; empty for a new row.</param>
/// <param name="NewValue">Value now; empty for a removed row.</param>
/// <param name="NewPlace">Cell now; empty for a removed row.</param>
public sealed record AefChange(AefTable Table, AefChangeKind Kind, string Field, string OldValue, string OldPlace, string NewValue, string NewPlace);
