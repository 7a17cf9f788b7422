using JcmInterop.Domain.Transfers;
using JcmInterop.Reporting.Aef.Fields;

namespace JcmInterop.Reporting.Aef.Twins;

/// <summary>One difference between the partner's file and what this side's ledger says it should hold.</summary>
/// <param name="Table">The table.</param>
/// <param name="Kind">How it differs.</param>
/// <param name="Field">Technical name of the field; of the first identifying field when a whole row is missing or too much.</param>
/// <param name="ExpectedValue">What this side expects; empty for nothing.</param>
/// <param name="ExpectedPlace">Its cell in the expected file, or in this side's own file for a conflict; empty for nothing.</param>
/// <param name="ActualValue">What the partner's file says; empty for nothing.</param>
/// <param name="ActualPlace">Its cell in the partner's file; empty for nothing.</param>
/// <param name="Cause">The likely cause.</param>
public sealed record AefMismatch(
    AefTable Table, AefMismatchKind Kind, string Field, string ExpectedValue, string ExpectedPlace, string ActualValue, string ActualPlace, AefCause Cause)
{
    /// <summary>The transfer behind the expected row, or nothing.</summary>
    public TransferId? Transfer { get; init; }

    /// <summary>The messages about that transfer, as direction, number and id.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];
}
