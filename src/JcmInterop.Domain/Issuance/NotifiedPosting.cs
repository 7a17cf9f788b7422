using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Issuance;

/// <summary>One integer the Joint Committee notified: a quantity of one vintage for one holder of one side.</summary>
/// <param name="Holder">The holder as the decision names it, for example the government or a participant.</param>
/// <param name="Vintage">Calendar year of the reductions.</param>
/// <param name="Quantity">Whole tonnes; zero is allowed.</param>
public sealed record NotifiedPosting(string Holder, Vintage Vintage, UnitQuantity Quantity);
