using System.Globalization;

namespace JcmInterop.Benchmarks.Measuring;

/// <summary>Repeated measurements of one thing.</summary>
internal sealed class Spread(IEnumerable<double> values)
{
    private readonly double[] sorted = [.. values.Order()];

    public double Median => At(0.5);

    /// <summary>The value that a share of the measurements does not exceed.</summary>
    public double At(double share) => sorted.Length == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];

    /// <summary>Median and both ends, for a table.</summary>
    public string ToText(string format = "0") => sorted.Length == 1
        ? sorted[0].ToString(format, CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Median.ToString(format, CultureInfo.InvariantCulture)} ({sorted[0].ToString(format, CultureInfo.InvariantCulture)} to {sorted[^1].ToString(format, CultureInfo.InvariantCulture)})");
}
