using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Imports;

/// <summary>One block of units as a statement of holdings lists it.</summary>
/// <param name="Account">Account that holds the units.</param>
/// <param name="Project">Project of the units.</param>
/// <param name="Vintage">Calendar year of the reductions.</param>
/// <param name="Serials">Serials, both ends included.</param>
public sealed record ImportedHolding(AccountNumber Account, ProjectReference Project, Vintage Vintage, SerialRange Serials);
