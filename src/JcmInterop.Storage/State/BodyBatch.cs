using System.Buffers;

namespace JcmInterop.Storage.State;

/// <summary>Bodies of rows on their way from the database to who reads them.</summary>
internal sealed class BodyBatch
{
    private const int BytesMax = 64 * 1024;

    private readonly ArrayBufferWriter<byte> bytes = new(BytesMax + (BytesMax / 4));
    private readonly List<(int End, bool IsBlock)> ends = [];

    public bool IsFull => bytes.WrittenCount >= BytesMax;

    public void Add(ReadOnlySpan<byte> body, bool isBlock)
    {
        bytes.Write(body);
        ends.Add((bytes.WrittenCount, isBlock));
    }

    /// <summary>Reads all of them into a state, and is empty again.</summary>
    public void ReadInto(StateLoading loading)
    {
        var all = bytes.WrittenSpan;
        var begin = 0;
        foreach (var (end, isBlock) in ends)
        {
            if (isBlock) loading.AddBlock(all[begin..end]);
            else loading.Add(all[begin..end]);
            begin = end;
        }

        bytes.ResetWrittenCount();
        ends.Clear();
    }
}
