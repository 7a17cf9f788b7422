using System.Globalization;
using JcmInterop.Reporting.Aef;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Aef.Workbook;
using MiniExcelLibs;

namespace JcmInterop.Reporting.Tests.Aef;

public sealed class AefStreamingTests
{
    private const int Rows = 5_000;

    [Fact]
    public void Rows_are_handed_out_while_most_of_the_file_is_still_unread()
    {
        var actions = Enumerable.Range(1, Rows).Select(i => new AefActionRow(AefSamples.TransferredAt, AefActionType.Use, null, AefSamples.Units("JPN01", i, i)));
        using var file = new MemoryStream(AefBooks.Bytes(AefSamples.JapaneseFile() with { Actions = actions }));
        using var counted = new CountedReads(file);
        using var source = AefWorkbookReader.Open(counted);
        var bytesAtOpen = counted.Bytes;
        var layout = source.Fields[AefTable.Actions];

        using var rows = source.Rows(layout).GetEnumerator();
        rows.MoveNext().ShouldBeTrue();
        (counted.Bytes - bytesAtOpen).ShouldBeLessThan(file.Length / 2);
        var last = rows.Current;
        var count = 1;
        for (; rows.MoveNext(); count++) last = rows.Current;
        count.ShouldBe(Rows);
        last["FirstID"].ToString().ShouldBe($"CA0099-THA01-THA-{Rows}-2021");
    }

    [Fact]
    public void An_independent_reader_finds_every_value_in_the_cell_named_for_it()
    {
        var document = AefSamples.JapaneseFile(AefSamples.Acquisition(), AefSamples.Use());
        using var file = new MemoryStream(AefBooks.Bytes(document));
        var expected = AefFile.Of(document, AefVersion2.Fields, AefProfile.Checker);
        foreach (var layout in AefVersion2.Fields.Layouts)
        {
            var sheet = MiniExcel.Query(file, useHeaderRow: false, sheetName: layout.SheetName).Cast<IDictionary<string, object?>>().ToList();
            foreach (var record in expected[layout.Table])
            {
                foreach (var field in layout.Fields)
                {
                    var address = record.Place(field.TechnicalName)[(layout.SheetName.Length + 1)..];
                    var (column, row) = (address.TrimEnd([.. "0123456789"]), int.Parse(address.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), CultureInfo.InvariantCulture));
                    Shown(sheet[row - 1].TryGetValue(column, out var value) ? value : null).ShouldBe(record[field.TechnicalName].ToString(), address);
                }
            }
        }
    }

    private static string Shown(object? value) => value switch
    {
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        null => "",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private sealed class CountedReads(Stream inner) : Stream
    {
        public long Bytes { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position { get => inner.Position; set => inner.Position = value; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            Bytes += read;
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
