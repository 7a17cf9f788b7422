using System.Text;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Receipts;
using JcmInterop.Storage.Audit;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Exchange;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.State;

namespace JcmInterop.Storage.Tests.Contract;

/// <summary>Values the tests share.</summary>
internal static class Sample
{
    public const string Prefix = "THA-JPN-TH014-2024-";
    public const string AccountNumber = "THA-1-00";

    private static readonly PartyCode Thailand = new("THA");

    public static BilateralRegistryId Registry { get; } = BilateralRegistryId.Parse("JPN-THA");

    public static DateTimeOffset Noon { get; } = new(2026, 4, 1, 12, 0, 0, 123, TimeSpan.Zero);

    public static JournalEntry Entry(string kind, string payload) => new(Noon, kind, Encoding.UTF8.GetBytes(payload));

    public static Guid Id(int number) => new(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    public static ReceivedMessage Received(int number) =>
        new(number, Id(number), Digest.Of([1, (byte)number]), Noon.AddSeconds(-number), Bytes($"in {number}"), Bytes($"our receipt {number}"), Noon);

    public static OutgoingMessage Outgoing(int number) => new(number, Id(number), Digest.Of([2, (byte)number]), Noon, Bytes($"out {number}"), Noon);

    public static MessageRow ReceivedRow(int number) =>
        MessageRow.Received(PartyCode.Japan, number, Received(number).Hash, "test", Digest.Of([3, (byte)number]), ReceiptOutcome.Recorded);

    public static MessageRow OutgoingRow(int number) => MessageRow.Sent(Thailand, number, Outgoing(number).Hash, "test");

    public static MessageRow ReceiptRow(int number) =>
        MessageRow.ReceiptReceived(Thailand, number, Outgoing(number).Hash, Digest.Of([4, (byte)number]), ReceiptOutcome.Recorded);

    public static void ReceiveSample(this CommitBatchBuilder step, int number) => step.Receive(Received(number), ReceivedRow(number));

    public static void SendSample(this CommitBatchBuilder step, int number) => step.Send(Outgoing(number), OutgoingRow(number));

    public static void DeliverSample(this CommitBatchBuilder step, int number, string receipt, DateTimeOffset? at = null) =>
        step.Deliver(Bytes(receipt), ReceiptRow(number), at ?? Noon);

    public static UnitBlockColumns Columns(long first, long final) => new(Prefix, first, final, "", AccountNumber, true, "TH014", 2024, "held");

    public static StateChange Block(string key, long first, long final) =>
        StateChange.Set(StateKinds.UnitBlock, key, Bytes($"{{\"first\":{first}}}"), Columns(first, final));

    public static StateChange Account(string number) =>
        StateChange.Set(StateKinds.Account, number, Bytes("{}"), new AccountColumns("GovernmentHolding", "Ministry"));

    public static AuditEntry Act(string act) => new(Noon, "Somchai", "registry-administrator", act, "JPN-THA", "accepted", "req-1");

    public static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
