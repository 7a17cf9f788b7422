using System.Collections.Immutable;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Issuance;

/// <summary>One line of a Joint Committee decision: a project, a monitoring period, and the quantities of both sides.</summary>
/// <param name="LineId">Id inside the decision, for example <c>MN001</c>; 1 to 32 letters, digits and hyphens.</param>
/// <param name="Project">The project.</param>
/// <param name="Period">Monitoring period; absent where the source does not give it.</param>
/// <param name="Total">Total of both sides.</param>
/// <param name="Sides">Exactly one entry per side.</param>
public sealed record NotifiedLine(
    string LineId, ProjectReference Project, MonitoringPeriod? Period, UnitQuantity Total, ImmutableArray<SideNotification> Sides)
{
    /// <summary>The entry of one side.</summary>
    /// <exception cref="InvalidOperationException">The line has no entry for the side, which a recorded decision cannot lack.</exception>
    public SideNotification Of(PartyCode party) => Sides.Single(s => s.Party == party);
}
