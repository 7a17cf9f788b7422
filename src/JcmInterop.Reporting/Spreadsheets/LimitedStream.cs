namespace JcmInterop.Reporting.Spreadsheets;

/// <summary>Reads at most as many bytes as allowed: what an archive says of its sizes need not be true.</summary>
/// <param name="inner">The expanded part.</param>
/// <param name="bytesMax">Most bytes given out.</param>
/// <param name="tooLong">Says what is wrong when there are more.</param>
internal sealed class LimitedStream(Stream inner, long bytesMax, Func<SpreadsheetFormatException> tooLong) : Stream
{
    private long bytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => bytes; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        bytes += read;
        return bytes > bytesMax ? throw tooLong() : read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
