using System.Security.Cryptography;
using System.Text;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Log;
using JcmInterop.Storage.Journal;

namespace JcmInterop.Storage.Tests.Journal;

public sealed class JournalHashTests
{
    private static readonly BilateralRegistryId Registry = BilateralRegistryId.Parse("JPN-THA");
    private static readonly JournalEntry Entry = new(DateTimeOffset.FromUnixTimeMilliseconds(1_775_000_000_123), "units-issued", "{}"u8.ToArray());

    [Fact]
    public void It_is_the_hash_of_the_row_as_proofs_carry_it()
    {
        var row = new LogRow(Digest.Of([9]), Registry, 7, Entry.RecordedAt, Entry.Kind, Entry.Payload);

        JournalHash.Of(row.Previous, Registry, row.Position, Entry).ShouldBe(Digest.Of(row.ToBytes()));
    }

    [Fact]
    public void The_hash_covers_the_documented_bytes_in_order()
    {
        using var bytes = new MemoryStream();
        bytes.Write("JCMJ\u0001"u8);
        bytes.Write(Digest.Of("before"u8).ToArray());
        bytes.Write("JPN-THA"u8);
        bytes.Write([0, 0, 0, 0, 0, 0, 1, 2]);
        bytes.Write(Convert.FromHexString("0000019D463E967B"));
        bytes.Write([0, 12]);
        bytes.Write("units-issued"u8);
        bytes.Write([0, 0, 0, 2]);
        bytes.Write("{}"u8);

        JournalHash.Of(Digest.Of("before"u8), Registry, 258, Entry).ToArray().ShouldBe(SHA256.HashData(bytes.ToArray()));
    }

    [Fact]
    public void Every_part_of_a_row_changes_its_hash()
    {
        Digest[] hashes =
        [
            JournalHash.Of(default, Registry, 1, Entry),
            JournalHash.Of(Digest.Of("x"u8), Registry, 1, Entry),
            JournalHash.Of(default, BilateralRegistryId.Parse("JPN-MNG"), 1, Entry),
            JournalHash.Of(default, Registry, 2, Entry),
            JournalHash.Of(default, Registry, 1, new JournalEntry(Entry.RecordedAt.AddMilliseconds(1), Entry.Kind, Entry.Payload)),
            JournalHash.Of(default, Registry, 1, new JournalEntry(Entry.RecordedAt, "units-issuee", Entry.Payload)),
            JournalHash.Of(default, Registry, 1, new JournalEntry(Entry.RecordedAt, Entry.Kind, "[]"u8.ToArray())),
        ];

        hashes.Distinct().Count().ShouldBe(hashes.Length);
    }

    [Fact]
    public void A_recording_time_keeps_whole_milliseconds_in_UTC()
    {
        var entry = new JournalEntry(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, 999, TimeSpan.FromHours(9)), "k", default);

        entry.RecordedAt.ShouldBe(new DateTimeOffset(2026, 1, 1, 18, 4, 5, 678, TimeSpan.Zero));
        entry.RecordedAt.Offset.ShouldBe(TimeSpan.Zero);
        entry.RecordedAt.Microsecond.ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("発行")]
    public void A_kind_is_printable_ASCII(string kind) => Should.Throw<ArgumentException>(() => new JournalEntry(default, kind, default));

    [Fact]
    public void A_kind_and_a_payload_are_bounded()
    {
        Should.Throw<ArgumentException>(() => new JournalEntry(default, new string('k', JournalEntry.KindBytesMax + 1), default));
        Should.Throw<ArgumentException>(() => new JournalEntry(default, "k", new byte[JournalEntry.PayloadBytesMax + 1]));
        new JournalEntry(default, new string('k', JournalEntry.KindBytesMax), default).Kind.Length.ShouldBe(JournalEntry.KindBytesMax);
    }

    [Fact]
    public void A_digest_shows_its_bytes()
    {
        var digest = new Digest(SHA256.HashData(Encoding.ASCII.GetBytes("a")));

        digest.ToString().ShouldBe("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");
        digest.IsNone.ShouldBeFalse();
        default(Digest).IsNone.ShouldBeTrue();
        Should.Throw<ArgumentException>(() => new Digest(new byte[31]));
    }
}
