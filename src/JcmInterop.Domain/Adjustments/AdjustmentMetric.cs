namespace JcmInterop.Domain.Adjustments;

/// <summary>What quantities are measured in: t CO2 eq, or a metric the participating Parties set. Source: 2/CMA.3 annex, paragraphs 1(c) and 9.</summary>
/// <remarks>Two metrics are the same when their names are, character by character; amounts in different metrics are never added.</remarks>
public readonly record struct AdjustmentMetric
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLengthMax = 64;

    private const string TonnesName = "t CO2 eq";

    private readonly string? name;

    /// <summary>Creates a metric.</summary>
    /// <param name="name">Name with its unit, for example <c>MWh renewable electricity</c>.</param>
    /// <exception cref="ArgumentException">The name is empty, has blanks at its ends, or is longer than <see cref="NameLengthMax"/>.</exception>
    public AdjustmentMetric(string name)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > NameLengthMax || name.Trim().Length != name.Length)
            throw new ArgumentException($"A metric has a name of 1 to {NameLengthMax} characters, without blanks at its ends.", nameof(name));
        this.name = string.Equals(name, TonnesName, StringComparison.Ordinal) ? null : name;
    }

    /// <summary>Tonnes of CO2 equivalent, the metric of every JCM credit.</summary>
    public static AdjustmentMetric TonnesCo2Equivalent => default;

    /// <summary>Whether the metric is another than tonnes of CO2 equivalent.</summary>
    public bool IsNonGhg => name is not null;

    /// <summary>The name with its unit.</summary>
    public override string ToString() => name ?? TonnesName;
}
