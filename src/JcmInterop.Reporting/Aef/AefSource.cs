using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Findings;

namespace JcmInterop.Reporting.Aef;

/// <summary>A submission being read, table by table and row by row; memory does not grow with its rows.</summary>
public abstract class AefSource : IDisposable
{
    private readonly AefFindingList findings = new();

    /// <summary>Version of the format.</summary>
    public abstract AefFieldTable Fields { get; }

    /// <summary>What was wrong with the layout of what has been read so far: missing sheets and headers, formulas, merged cells.</summary>
    public IReadOnlyList<Finding> Findings => findings.All;

    /// <summary>The findings, to add to.</summary>
    internal AefFindingList Found => findings;

    /// <summary>The rows of a table in order; table 1 has one. A table is read once.</summary>
    /// <exception cref="FormatException">The file is damaged or exceeds a limit; the message names the place and what to do.</exception>
    public abstract IEnumerable<AefRecord> Rows(AefTableLayout layout);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what reading needed.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
