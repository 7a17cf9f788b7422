namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>Serials whose holding does not follow from the actions; both ends are included.</summary>
/// <param name="First">First serial.</param>
/// <param name="Last">Last serial, included.</param>
/// <param name="Action">The last action on them, where there is one.</param>
/// <param name="Holding">The holding they are in, where they are held.</param>
/// <param name="Before">The holding of the year before they were in, where no action explains that they are gone.</param>
internal sealed record AefHoldingGap(long First, long Last, AefBlock? Action, AefBlock? Holding, AefBlock? Before)
{
    public bool ContinuesIn(AefHoldingGap next) =>
        next.First == Last + 1 && ReferenceEquals(Action, next.Action) && ReferenceEquals(Holding, next.Holding) && ReferenceEquals(Before, next.Before);
}
