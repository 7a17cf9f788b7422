using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Ledger;

/// <summary>A block as its numbers, and what it shares with others.</summary>
/// <param name="First">First serial number.</param>
/// <param name="Final">Last serial number, included.</param>
/// <param name="ItmoFirst">ITMO serial of the first unit; of no meaning where it has none.</param>
/// <param name="Transfer">The transfer it is of; of no meaning where it has none.</param>
/// <param name="Pattern">What it is, see <see cref="PatternOf"/>.</param>
/// <param name="Standing">Where it stands.</param>
internal readonly record struct PackedBlock(long First, long Final, long ItmoFirst, TransferId Transfer, UnitBlock Pattern, BlockStanding Standing) : INumbered
{
    private const long Anywhere = 1;

    /// <summary>The block.</summary>
    public UnitBlock Block => Pattern with
    {
        Serials = Pattern.Serials.Renumbered(First, Final),
        Account = Standing.Account,
        Transfer = Pattern.Transfer is null ? null : Transfer,
        Itmo = Pattern.Itmo is { } itmo ? itmo with { FirstSerial = ItmoFirst } : null,
        FirstTransfer = Standing.FirstTransfer,
        Disposal = Standing.Disposal,
    };

    /// <summary>A block with its pattern.</summary>
    public static PackedBlock Of(UnitBlock block, UnitBlock pattern) =>
        new(block.Serials.First, block.Serials.Final, block.Itmo?.FirstSerial ?? Anywhere, block.Transfer ?? default, pattern, BlockStanding.Of(block));

    /// <summary>What a block shares with others of its kind: all but its numbers, its standing and the transfer it is of, in whose place stands the same for all.</summary>
    public static UnitBlock PatternOf(UnitBlock block) => block with
    {
        Serials = block.Serials.Renumbered(Anywhere, Anywhere),
        Account = default,
        Transfer = block.Transfer is null ? null : default(TransferId),
        Itmo = block.Itmo is { } itmo ? itmo with { FirstSerial = Anywhere } : null,
        FirstTransfer = null,
        Disposal = null,
    };
}
