using JcmInterop.Domain.Transfers;

namespace JcmInterop.Storage.State;

/// <summary>A stored block, cut into what sets it apart from others like it and the rest, which is its pattern.</summary>
internal readonly ref struct BlockCut
{
    private BlockCut(ReadOnlySpan<byte> body, Span<byte> scratch)
    {
        var cutter = new PatternCutter(body, scratch);
        if (!cutter.Serials(out First, out Final)) return;
        if (!cutter.Find("\"account\":\""u8) || !cutter.Text(out Account)) return;
        if (cutter.Find("\"transfer\":\""u8))
        {
            if (!cutter.Id(out var transfer)) return;
            Transfer = new TransferId(transfer);
        }

        if (!cutter.ItmoSerial(out ItmoFirst) || !cutter.Find("\"firstTransfer\":"u8)) return;
        Events = cutter.Rest;
        Pattern = cutter.Pattern;
        IsClean = true;
    }

    public readonly long First;

    public readonly long Final;

    public readonly TransferId Transfer;

    /// <summary>ITMO serial of the first unit; zero where there is none.</summary>
    public readonly long ItmoFirst;

    /// <summary>The account as it is written.</summary>
    public readonly ReadOnlySpan<byte> Account;

    /// <summary>First transfer and disposal as they are written, to the end.</summary>
    public readonly ReadOnlySpan<byte> Events;

    /// <summary>The bytes that are left.</summary>
    public readonly ReadOnlySpan<byte> Pattern;

    /// <summary>Whether everything was found where this product writes it.</summary>
    public readonly bool IsClean;

    /// <summary>Cuts a body.</summary>
    /// <param name="body">The body, at most <see cref="PatternCutter.BytesMax"/>.</param>
    /// <param name="scratch">Where the pattern is put together.</param>
    public static BlockCut Of(ReadOnlySpan<byte> body, Span<byte> scratch) => new(body, scratch);
}
