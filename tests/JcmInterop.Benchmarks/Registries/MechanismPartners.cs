using JcmInterop.Benchmarks.Exchange;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Benchmarks.Registries;

/// <summary>The 31 partners of the mechanism; any Parties would do.</summary>
internal static class MechanismPartners
{
    /// <summary>With how many of them Japan is measured.</summary>
    public static IReadOnlyList<int> Counts { get; } = [1, 4, 16, 31];

    private static readonly string[] Codes =
    [
        "ARE", "AZE", "BGD", "CHL", "CRI", "ETH", "GEO", "IDN", "IND", "KAZ", "KEN", "KGZ", "KHM", "LAO", "LKA", "MDA",
        "MDV", "MEX", "MMR", "MNG", "PHL", "PLW", "PNG", "SAU", "SEN", "THA", "TUN", "TZA", "UKR", "UZB", "VNM",
    ];

    /// <summary>What is exchanged with the first of them.</summary>
    public static IReadOnlyList<BenchFacts> Facts(int count) => [.. Codes.Take(count).Select(code => new BenchFacts(new PartyCode(code)))];
}
