using System.Collections.Immutable;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using JcmInterop.Messages.Json;

namespace JcmInterop.Storage.State;

/// <summary>Reads stored transfers, whose runs of units are most of their bytes: a run whose pattern and first transfer were read before is told by its numbers.</summary>
internal sealed class TransferLoading
{
    private readonly ByteTable<UnitRun> patterns = new();
    private readonly ByteTable<UnitRun> firstTransfers = new();
    private readonly byte[] scratch = new byte[PatternCutter.BytesMax + PatternCutter.SeparatorsMax];
    private readonly ImmutableArray<UnitRun>.Builder offered = ImmutableArray.CreateBuilder<UnitRun>();
    private readonly ImmutableArray<UnitRun>.Builder completed = ImmutableArray.CreateBuilder<UnitRun>();

    /// <summary>The transfer of a body, or nothing where it is not one as this product writes it.</summary>
    public Transfer? Read(ReadOnlySpan<byte> body)
    {
        offered.Clear();
        completed.Clear();
        if (!body.StartsWith("{\"item\":\"transfer\",\"offer\":{"u8)) return null;
        if (!Split(body, "\"units\":["u8, offered, out var toOffered, out var rest)) return null;
        if (!Split(rest, "\"completed\":["u8, completed, out var toCompleted, out rest)) return null;
        if (LedgerRows.Item([.. toOffered, .. toCompleted, .. rest]) is not Transfer header || !header.Offer.Units.IsEmpty || !header.Completed.IsEmpty) return null;
        return header with { Offer = header.Offer with { Units = offered.ToImmutable() }, Completed = completed.ToImmutable() };
    }

    // The array is left out of what is read as a whole, and stands there empty.
    private bool Split(ReadOnlySpan<byte> body, ReadOnlySpan<byte> name, ImmutableArray<UnitRun>.Builder runs, out ReadOnlySpan<byte> before, out ReadOnlySpan<byte> after)
    {
        var place = body.IndexOf(name);
        before = place < 0 ? default : body[..(place + name.Length)];
        after = body[before.Length..];
        if (place < 0) return false;
        while (!after.StartsWith("]"u8))
        {
            if (runs.Count > 0 && !Skip(ref after, ","u8)) return false;
            var end = End(after);
            if (end < 0 || Run(after[..end]) is not { } run) return false;
            runs.Add(run);
            after = after[end..];
        }

        return true;
    }

    private static bool Skip(ref ReadOnlySpan<byte> text, ReadOnlySpan<byte> mark)
    {
        if (!text.StartsWith(mark)) return false;
        text = text[mark.Length..];
        return true;
    }

    // What ends a run wrongly, inside a text, gives no run that could be read.
    private static int End(ReadOnlySpan<byte> text)
    {
        var (next, last) = (text.IndexOf("},{\"serials\":"u8), text.IndexOf("}]"u8));
        return (next < 0 || (last >= 0 && last < next) ? last : next) + 1 is var end && end > 0 ? end : -1;
    }

    private UnitRun? Run(ReadOnlySpan<byte> text)
    {
        if (text.Length > PatternCutter.BytesMax) return null;
        var cutter = new PatternCutter(text, scratch);
        if (!cutter.Serials(out var first, out var final) || !cutter.ItmoSerial(out var itmo) || !cutter.Find("\"firstTransfer\":"u8)) return null;
        if (!patterns.TryGet(cutter.Pattern, out var like) || !firstTransfers.TryGet(cutter.Rest, out var transferred)) return Learn(text, cutter);
        return like with
        {
            Serials = new SerialRange(like.Serials.Prefix, first, final, like.Serials.Suffix),
            Itmo = like.Itmo is { } identity ? identity with { FirstSerial = itmo } : null,
            FirstTransfer = transferred.FirstTransfer,
        };
    }

    private UnitRun? Learn(ReadOnlySpan<byte> text, in PatternCutter cutter)
    {
        if (!WireJson.TryRead<UnitRun>(text, LedgerRows.Bounds, out var run, out _) || !WireJson.Write(run).AsSpan().SequenceEqual(text)) return null;
        patterns.Add(cutter.Pattern, run!);
        firstTransfers.Add(cutter.Rest, run!);
        return run;
    }
}
