using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Imports;

/// <summary>Collects the faults of one file up to a limit, without stopping at the first.</summary>
internal sealed class FaultList(string file)
{
    private readonly List<ImportFault> faults = [];
    private bool more;

    public IReadOnlyCollection<ImportFault> InFileOrder => more
        ? [.. faults.OrderBy(fault => fault.Line), Last()]
        : [.. faults.OrderBy(fault => fault.Line)];

    /// <summary>Whether a fault stands above a line.</summary>
    public bool ReachesBefore(int line) => faults.Exists(fault => fault.Line < line);

    public void Add(int line, string column, string value, ImportProblem problem)
    {
        if (faults.Count >= ImportLimits.FaultsMax - 1) more = true;
        else faults.Add(new ImportFault(file, line, column, value, problem.Reason, problem.Remedy));
    }

    private ImportFault Last() => new(file, 0, "", "",
        new BilingualText($"More than {ImportLimits.FaultsMax - 1} things are wrong; the rest is not listed.", $"不備が {ImportLimits.FaultsMax - 1} 件を超えたため、残りは表示していません。"),
        new BilingualText("Correct those listed and import again.", "表示された不備を直してから再度取り込んでください。"));
}
