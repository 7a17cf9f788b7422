using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef;

/// <summary>Findings of one file; of each rule only so many are kept, so that a file in which everything is wrong stays readable.</summary>
internal sealed class AefFindingList
{
    /// <summary>Most findings kept of one rule in one file; the others are counted.</summary>
    public const int PerRuleMax = 100;

    private readonly List<Finding> kept = [];
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>The findings kept, and one for the rest of each rule.</summary>
    public IReadOnlyList<Finding> All =>
    [
        .. kept,
        .. counts.Where(c => c.Value > PerRuleMax).Select(c => kept.First(f => f.Rule == c.Key) with
        {
            Place = "*",
            Value = "",
            Reason = new($"{c.Value - PerRuleMax} more findings of {c.Key} are not listed.", $"{c.Key} の指摘がほかに {c.Value - PerRuleMax} 件あります。"),
        }),
    ];

    /// <summary>Whether something found must be corrected before filing.</summary>
    public bool HasErrors { get; private set; }

    public void Add(Finding finding)
    {
        HasErrors |= finding.Severity == FindingSeverity.Error;
        var count = counts[finding.Rule] = counts.GetValueOrDefault(finding.Rule) + 1;
        if (count <= PerRuleMax) kept.Add(finding);
    }

    public void AddRange(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings) Add(finding);
    }
}
