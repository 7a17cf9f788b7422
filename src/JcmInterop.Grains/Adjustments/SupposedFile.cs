namespace JcmInterop.Grains.Adjustments;

/// <summary>Supposed records as their file says them.</summary>
/// <param name="FirstTransfers">First transfers.</param>
/// <param name="Uses">Uses towards the NDC.</param>
internal sealed record SupposedFile(IReadOnlyList<SupposedFirstTransfer> FirstTransfers, IReadOnlyList<SupposedUse> Uses)
{
    /// <summary>Longest note, in characters.</summary>
    public const int NoteLengthMax = 200;
}
