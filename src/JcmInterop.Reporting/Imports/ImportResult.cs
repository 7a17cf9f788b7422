using System.Collections.Immutable;

namespace JcmInterop.Reporting.Imports;

/// <summary>What reading an import file gave: every row, or every fault and no row.</summary>
/// <typeparam name="TRow">The typed row.</typeparam>
public sealed record ImportResult<TRow>
{
    internal ImportResult(IEnumerable<TRow> rows, IReadOnlyCollection<ImportFault> faults)
    {
        Faults = [.. faults];
        Rows = Faults.IsEmpty ? [.. rows] : [];
    }

    /// <summary>The rows in file order; empty where there is a fault.</summary>
    public ImmutableArray<TRow> Rows { get; }

    /// <summary>Everything that is wrong, in file order; empty where the file was read.</summary>
    public ImmutableArray<ImportFault> Faults { get; }

    /// <summary>Whether the file was read: all of its rows, without a fault.</summary>
    public bool IsRead => Faults.IsEmpty;

    /// <summary>The same result with the rows turned into other rows, for example several lines into one decision.</summary>
    internal ImportResult<TOther> Select<TOther>(Func<ImmutableArray<TRow>, IEnumerable<TOther>> turn) => new(IsRead ? turn(Rows) : [], Faults);
}
