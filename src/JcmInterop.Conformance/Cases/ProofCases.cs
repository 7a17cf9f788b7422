using JcmInterop.Conformance.Exchange;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Log;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;

namespace JcmInterop.Conformance.Cases;

/// <summary>Section 14: what an endpoint proves of its log. One that keeps no log answers 404, and conforms.</summary>
internal static class ProofCases
{
    private const int NotFound = 404;

    // An evidence file says what its messages are about; here that is the message itself, and every body begins so.
    private const string AnyBody = "{";

    public static IEnumerable<ConformanceCase> All =>
    [
        new("proof", "14.20", "GET for proofs of the last message, with its hash", "404, or a checkpoint and rows that prove the message and its receipt", ProvenAsync),
        new("proof-layout", "14.1", "the row of that answer", "404, or a row in the layout of this clause", side => LookAsync(side, row => row is not null)),
        new("proof-members", "14.3", "the payload of that row", "404, or exactly the members of this clause, in canonical form", side => LookAsync(side, row => row is not null && MessageRow.Read(row.Kind, row.Payload, out _) is not null)),
        new("proof-received", "14.5", "the kind of that row", "404, or message-received", side => LookAsync(side, row => row?.Kind == "message-received")),
        new("proof-bounds", "9.22", "the size of that answer", $"404, or at most {ProofAnswer.BytesMax} bytes and {ProofAnswer.RowsMax} rows", async side =>
        {
            var answer = await AskAsync(side, side.Stored[^1].Message.Hash);
            return Observation.Of(answer.Status == NotFound || (answer.IsStored && answer.Body.Length <= ProofAnswer.BytesMax && Read(answer) is not null), answer, $", {answer.Body.Length} bytes");
        }),
        new("proof-row-bounds", "9.21", "the size of that row", $"404, or at most {LogRow.ProvenBytesMax} bytes", side => LookAsync(side, row => row is not null && row.ToBytes().Length <= LogRow.ProvenBytesMax)),
        new("proof-hash-other", "14.21", "GET for proofs of the last message, with another hash", "404", async side =>
        {
            var answer = await AskAsync(side, Digest.Of("another message"u8));
            return new Observation(answer.Status == NotFound, $"{answer.Status}");
        }),
    ];

    /// <summary>The answer about a message, checked as an evidence file is.</summary>
    public static Observation Judge(KitSide side, EndpointAnswer answer, byte[] message, byte[] receipt)
    {
        if (answer.Status == NotFound) return new Observation(true, "404: no log is kept");
        if (!answer.IsStored || Read(answer) is not { Rows.Count: > 0 } proof) return new Observation(false, $"{answer.Status}, no answer of this form");
        var keys = new KeySet(side.Target.EndpointKeys, new PartnerKeyRing(side.Target.Played, new PinnedKey(side.Target.Key.Public, DateTimeOffset.UnixEpoch)));
        var file = new EvidenceFile(
            side.Target.Outgoing.Registry, AnyBody, [new EvidenceExchange(message, receipt)], keys, [proof.Checkpoint],
            [.. proof.Rows.Select(row => new EvidenceInclusion(0, 0, row.Index, row.Row, row.Path))]);
        var report = OfflineVerifier.Verify(file.ToBytes(), keys);
        return new Observation(
            report.IsGenuine,
            report.IsGenuine ? string.Join(" ", report.Findings.Where(f => f.Part.StartsWith("/inclusions", StringComparison.Ordinal)).Select(f => f.English)) : report.Findings.First(f => f.Outcome == FindingOutcome.Failed).English);
    }

    public static Task<EndpointAnswer> AskAsync(KitSide side, string id, Digest hash) =>
        side.Client.GetAsync($"partner/v1/registries/{side.Registry}/proofs/{id}?hash={hash.ToBase64Url()}", side.Cancellation);

    public static ProofAnswer? Read(EndpointAnswer answer)
    {
        try
        {
            return ProofAnswer.Read(answer.Body);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static Task<EndpointAnswer> AskAsync(KitSide side, Digest hash) => AskAsync(side, side.Stored[^1].Message.Id, hash);

    private static async Task<Observation> ProvenAsync(KitSide side)
    {
        var (message, receipt) = side.Stored[^1];
        return Judge(side, await AskAsync(side, message.Hash), message.Bytes, receipt.Body);
    }

    private static async Task<Observation> LookAsync(KitSide side, Func<LogRow?, bool> isRight)
    {
        var answer = await AskAsync(side, side.Stored[^1].Message.Hash);
        if (answer.Status == NotFound) return new Observation(true, "404: no log is kept");
        var row = answer.IsStored && Read(answer) is { Rows.Count: > 0 } proof ? LogRow.Read(proof.Rows[0].Row) : null;
        return new Observation(isRight(row), row is null ? "no row in this layout" : $"{row.Kind}, position {row.Position}");
    }
}
