using System.Collections.Immutable;
using JcmInterop.Domain.Issuance;

namespace JcmInterop.Reporting.Imports;

/// <summary>One Joint Committee decision of an issuance file, and what the file says was issued under it.</summary>
/// <param name="Decision">The decision with its lines.</param>
/// <param name="Legs">Both sides' legs of every line, in file order.</param>
public sealed record ImportedDecision(JcDecision Decision, ImmutableArray<ImportedLeg> Legs)
{
    /// <summary>The command that records the decision on one side.</summary>
    public RecordDecision Command => new(Decision);
}
