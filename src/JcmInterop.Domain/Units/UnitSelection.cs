using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Programme;

namespace JcmInterop.Domain.Units;

/// <summary>Which units of an account a command is about: named serials, or a quantity taken from the lowest serials.</summary>
/// <param name="Account">Account that holds them.</param>
/// <param name="Serials">The exact serials; absent when a quantity is given.</param>
/// <param name="Quantity">How many to take; absent when serials are given.</param>
/// <param name="Project">Only units of this project; for a quantity only.</param>
/// <param name="Vintage">Only units of this vintage; for a quantity only.</param>
public sealed record UnitSelection(
    AccountNumber Account, SerialRange? Serials, UnitQuantity? Quantity = null, ProjectReference? Project = null, Vintage? Vintage = null);
