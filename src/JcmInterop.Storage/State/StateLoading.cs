using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Units;
using JcmInterop.Messages.Canonical;

namespace JcmInterop.Storage.State;

/// <summary>Reads stored items into a state. A block whose pattern, account and events were all read before is told by its numbers, without reading the rest again.</summary>
internal sealed class StateLoading
{
    private readonly LedgerStateBuilder builder = new();
    private readonly ByteTable<BlockPattern> patterns = new();
    private readonly ByteTable<AccountNumber> accounts = new();
    private readonly ByteTable<Dictionary<AccountNumber, BlockStanding>> standings = new();
    private readonly TransferLoading transfers = new();
    private readonly byte[] scratch = new byte[PatternCutter.BytesMax + PatternCutter.SeparatorsMax];

    /// <summary>Number of items so far.</summary>
    public long Items { get; private set; }

    /// <summary>Adds an item of any kind.</summary>
    /// <exception cref="MalformedJsonException">The body is not an item this version knows.</exception>
    public void Add(ReadOnlySpan<byte> body)
    {
        Items++;
        builder.Add(transfers.Read(body) ?? LedgerRows.Item(body));
    }

    /// <summary>Adds a block.</summary>
    /// <exception cref="MalformedJsonException">The body is not an item this version knows.</exception>
    public void AddBlock(ReadOnlySpan<byte> body)
    {
        if (body.Length > PatternCutter.BytesMax)
        {
            Add(body);
            return;
        }

        var cut = BlockCut.Of(body, scratch);
        if (!cut.IsClean) Add(body);
        else if (patterns.TryGet(cut.Pattern, out var pattern) && accounts.TryGet(cut.Account, out var account) && standings.TryGet(cut.Events, out var ofEvents))
        {
            Items++;
            if (!ofEvents.TryGetValue(account, out var standing))
            {
                var (_, firstTransfer, disposal) = ofEvents.Values.First();
                ofEvents.Add(account, standing = new BlockStanding(account, firstTransfer, disposal));
            }

            pattern.Add(cut.First, cut.Final, cut.ItmoFirst, cut.Transfer, standing);
        }
        else Learn(cut, body);
    }

    /// <summary>Adds all that another one has read, which must not be used any more.</summary>
    public void Take(StateLoading other)
    {
        Items += other.Items;
        builder.Take(other.builder);
    }

    /// <summary>The state of all that was added.</summary>
    /// <exception cref="LedgerDefectException">Two blocks share a serial.</exception>
    public LedgerState Build() => builder.Build();

    private void Learn(in BlockCut cut, ReadOnlySpan<byte> body)
    {
        Items++;
        var item = LedgerRows.Item(body);
        builder.Add(item);
        if (item is not UnitBlock block || !LedgerRows.Of(block).Body!.Value.Span.SequenceEqual(body)) return;
        patterns.Add(cut.Pattern, builder.PatternOf(block));
        accounts.Add(cut.Account, block.Account);
        if (!standings.TryGet(cut.Events, out _)) standings.Add(cut.Events, new Dictionary<AccountNumber, BlockStanding> { [block.Account] = BlockStanding.Of(block) });
    }
}
