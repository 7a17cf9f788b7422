using System.Text;
using CsCheck;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Receipts;

namespace JcmInterop.Messages.Tests.Log;

public sealed class LogRowTests
{
    private static readonly LogRow Row = new(
        Digest.Of("before"u8), BilateralRegistryId.Parse("JPN-THA"), 41, TestKeys.Noon, "message-sent", "{\"a\":1}"u8.ToArray());

    private static readonly MessageRow[] Rows =
    [
        MessageRow.Sent(TestKeys.Thailand, 3, Digest.Of("m"u8), "transfer-proposal"),
        MessageRow.Received(TestKeys.Thailand, 3, Digest.Of("m"u8), "test", Digest.Of("r"u8), ReceiptOutcome.Recorded),
        MessageRow.ReceiptReceived(TestKeys.Thailand, 3, Digest.Of("m"u8), Digest.Of("r"u8), ReceiptOutcome.Refused),
    ];

    [Fact]
    public void A_row_survives_its_bytes()
    {
        var again = LogRow.Read(Row.ToBytes()).ShouldNotBeNull();

        again.ToBytes().ShouldBe(Row.ToBytes());
        (again with { Payload = default }).ShouldBe(Row with { Payload = default });
    }

    [Fact]
    public void The_layout_is_the_published_one() => Convert.ToHexStringLower(Row.ToBytes()).ShouldBe(
        "4a434d4a01" + Row.Previous + "4a504e2d544841" + "0000000000000029" + "0000019d48ea2e00" + "000c" + "6d6573736167652d73656e74" + "00000007" + "7b2261223a317d");

    [Fact]
    public void Bytes_that_are_read_are_the_bytes_of_the_row() => Gen.Select(Gen.Int[0, Row.ToBytes().Length - 1], Gen.Byte, Gen.Int[0, 3]).Sample((at, value, cut) =>
    {
        var bytes = Row.ToBytes();
        bytes[at] = value;
        var altered = bytes.AsMemory(0, bytes.Length - cut);
        return LogRow.Read(altered) is not { } read || read.ToBytes().AsSpan().SequenceEqual(altered.Span);
    }, iter: 2_000);

    [Theory]
    [InlineData("")]
    [InlineData("JCMJ")]
    public void Other_bytes_are_no_row(string bytes) => LogRow.Read(Encoding.ASCII.GetBytes(bytes)).ShouldBeNull();

    [Fact]
    public void A_row_that_names_a_message_is_read_as_it_was_written()
    {
        foreach (var row in Rows)
        {
            MessageRow.IsKind(row.KindText).ShouldBeTrue();
            MessageRow.Read(row.KindText, row.Write(), out var fault).ShouldBe(row, fault?.ToString());
        }

        Rows.Select(r => r.KindText).ShouldBe(["message-sent", "message-received", "receipt-received"]);
        MessageRow.IsKind("units-moved").ShouldBeFalse();
    }

    [Fact]
    public void A_row_says_what_its_kind_says_and_nothing_else()
    {
        foreach (var row in Rows)
            foreach (var other in Rows.Where(other => other.Kind != row.Kind))
                MessageRow.Read(other.KindText, row.Write(), out _).ShouldBeNull($"{row.KindText} as {other.KindText}");
        MessageRow.Read("units-moved", Rows[0].Write(), out var fault).ShouldBeNull();
        fault!.Kind.ShouldBe(WireFaultKind.MalformedDocument);
        MessageRow.Read("message-sent", Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(Rows[0].Write()).Replace("transfer-proposal", "NO TYPE")), out _).ShouldBeNull();
    }

    [Fact]
    public void Only_a_receipt_has_a_receipt_hash() => Should.Throw<ArgumentException>(() => MessageRow.ReceiptHash("{}"u8.ToArray()));
}
