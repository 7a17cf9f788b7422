namespace JcmInterop.Messages.Canonical;

/// <summary>How much JSON one reading accepts.</summary>
/// <param name="BytesMax">Most bytes, included.</param>
/// <param name="DepthMax">Deepest nesting of objects and arrays, included; the outermost one counts as 1.</param>
public sealed record JsonBounds(int BytesMax, int DepthMax)
{
    /// <summary>Deepest nesting of anything on the wire.</summary>
    public const int WireDepthMax = 32;

    /// <summary>Most bytes of one signed message, receipt, checkpoint or evidence file: 4 MiB.</summary>
    public const int WireBytesMax = 4 * 1024 * 1024;

    /// <summary>The bounds of everything that arrives from a partner.</summary>
    public static JsonBounds Wire { get; } = new(WireBytesMax, WireDepthMax);
}
