using System.Globalization;
using JcmInterop.Cli.Evidence;
using JcmInterop.Cli.Keys;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;
using JcmInterop.Messages.Verification;
using JcmInterop.Storage.Exchange;

namespace JcmInterop.Cli.Demonstration.Outputs;

/// <summary>Writes evidence and receipts, reads every file back and verifies it with the published keys.</summary>
internal sealed class EvidenceOutput(DemoFolder folder, DemoRecords records, CancellationToken cancellation)
{
    private readonly KeySet keys = KeySetFiles.Read(records.Parties.Select(party => new FileInfo(folder.PublicKeys(party))));

    /// <summary>Evidence files that are genuine.</summary>
    public int GenuineEvidence { get; private set; }

    /// <summary>Evidence files written: one per transfer and side.</summary>
    public int AllEvidence { get; private set; }

    /// <summary>Receipts that are genuine.</summary>
    public int GenuineReceipts { get; private set; }

    /// <summary>Messages sent by all nodes.</summary>
    public int Messages { get; private set; }

    /// <summary>The first moment at which a node held its partner's receipt.</summary>
    public DateTimeOffset? FirstReceiptAt { get; private set; }

    /// <summary>The evidence of one transfer as each side holds it.</summary>
    public async Task WriteAsync(string name, TransferId transfer, BilateralRegistryId registry)
    {
        foreach (var party in new[] { registry.First, registry.Second })
        {
            var file = await TransferEvidence.OfAsync(records.Store(party), registry, transfer, keys, cancellation);
            var path = Path.Combine(folder.Evidence, $"{registry}_{name}_{party}.json");
            await File.WriteAllBytesAsync(path, file.ToBytes(), cancellation);
            AllEvidence++;
            if (await IsGenuineAsync(path)) GenuineEvidence++;
        }
    }

    /// <summary>Every message of every node with its receipt, as its sender holds them.</summary>
    public async Task WriteReceiptsAsync()
    {
        foreach (var party in records.Parties)
            foreach (var registry in records[party].Registries)
                await WriteReceiptsAsync(party, registry.Registry);
    }

    private async Task WriteReceiptsAsync(PartyCode party, BilateralRegistryId registry)
    {
        var inner = Directory.CreateDirectory(Path.Combine(folder.Receipts, $"{registry}", $"{party}-to-{registry.CounterpartOf(party)}")).FullName;
        for (var last = 0L; ;)
        {
            var page = await records.Store(party).ReadSentAsync(registry, last, IMessageStore.PageMessagesMax, cancellation);
            if (page.Count == 0) return;
            foreach (var sent in page) await WriteReceiptAsync(inner, sent);
            last = page[^1].Message.Sequence;
        }
    }

    private async Task WriteReceiptAsync(string inner, SentMessage sent)
    {
        Messages++;
        var stem = Path.Combine(inner, sent.Message.Sequence.ToString("0000", CultureInfo.InvariantCulture));
        await File.WriteAllBytesAsync($"{stem}.message.json", sent.Message.Bytes.ToArray(), cancellation);
        if (sent.Delivery is not { Receipt: { } receipt, DeliveredAt: { } at }) return;
        await File.WriteAllBytesAsync($"{stem}.receipt.json", receipt.ToArray(), cancellation);
        if (FirstReceiptAt is null || at < FirstReceiptAt) FirstReceiptAt = at;
        if (await IsGenuineAsync($"{stem}.receipt.json")) GenuineReceipts++;
    }

    private async Task<bool> IsGenuineAsync(string path) => OfflineVerifier.Verify(await File.ReadAllBytesAsync(path, cancellation), keys).IsGenuine;
}
