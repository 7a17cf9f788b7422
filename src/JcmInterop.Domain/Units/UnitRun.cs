using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;

namespace JcmInterop.Domain.Units;

/// <summary>A run of units with everything that travels with it when it is told to a partner or kept in the journal.</summary>
/// <param name="Serials">Unit serials, both ends included.</param>
/// <param name="IssuedBy">Party whose registry issued them.</param>
/// <param name="Project">Project of the reductions.</param>
/// <param name="Vintage">Calendar year of the reductions.</param>
/// <param name="Period">Monitoring period; absent where not known.</param>
/// <param name="Authorization">The first transferring Party's authorization they fall under; absent for pre-Paris credits.</param>
/// <param name="Itmo">ITMO identity; absent until first transfer.</param>
/// <param name="FirstTransfer">First transfer; absent until it happens.</param>
public sealed record UnitRun(
    SerialRange Serials,
    PartyCode IssuedBy,
    ProjectReference Project,
    Vintage Vintage,
    MonitoringPeriod? Period,
    AuthorizationId? Authorization,
    ItmoBlock? Itmo,
    FirstTransfer? FirstTransfer)
{
    /// <summary>Number of units.</summary>
    public UnitQuantity Quantity => Serials.Quantity;
}
