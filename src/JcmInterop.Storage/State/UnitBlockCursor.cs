namespace JcmInterop.Storage.State;

/// <summary>Where a page of unit blocks ended; the next page starts behind it.</summary>
/// <param name="Prefix">Prefix of the last block.</param>
/// <param name="Suffix">Suffix of the last block.</param>
/// <param name="First">First serial number of the last block.</param>
/// <param name="Key">Key of the last block.</param>
public sealed record UnitBlockCursor(string Prefix, string Suffix, long First, string Key)
{
    /// <summary>Before the first block.</summary>
    public static UnitBlockCursor Start { get; } = new("", "", 0, "");
}
