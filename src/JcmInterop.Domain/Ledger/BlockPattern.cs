using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Ledger;

/// <summary>What many blocks of a state that is being put together have in common: everything but their serial numbers, the ITMO serial of their first unit, their
/// standing, and the transfer they are of.</summary>
/// <remarks>Reading a block costs most where its facts are read; blocks with a known pattern are told by the rest alone.</remarks>
public sealed class BlockPattern
{
    private readonly UnitBlock pattern;
    private readonly List<PackedBlock> blocks;
    private readonly List<NumberRun>? itmos;

    internal BlockPattern(UnitBlock pattern, List<PackedBlock> blocks, List<NumberRun>? itmos)
    {
        this.pattern = pattern;
        this.blocks = blocks;
        this.itmos = itmos;
    }

    /// <summary>Adds a block.</summary>
    /// <param name="first">First serial number, 1 or more.</param>
    /// <param name="final">Last serial number, included; at most <see cref="SerialRange.NumberMax"/>.</param>
    /// <param name="itmoFirst">ITMO serial of the first unit; of no meaning where the pattern has no ITMO identity.</param>
    /// <param name="transfer">The transfer it is reserved for, left by or arrived with; of no meaning where the pattern has none.</param>
    /// <param name="standing">Where it stands; best the same object for all blocks of one standing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The numbers are out of order or out of range.</exception>
    public void Add(long first, long final, long itmoFirst, TransferId transfer, BlockStanding standing)
    {
        if (first < 1 || final < first || final > SerialRange.NumberMax) throw new ArgumentOutOfRangeException(nameof(final), $"{first} to {final} are no serials.");
        blocks.Add(new PackedBlock(first, final, itmoFirst, transfer, pattern, standing));
        if (itmos is null) return;
        var run = new NumberRun(itmoFirst, checked(itmoFirst + final - first));
        if (itmos.Count > 0 && itmos[^1] is var last && last.Final + 1 == run.First) itmos[^1] = last with { Final = run.Final };
        else itmos.Add(run);
    }
}
