using System.Text.Json.Nodes;
using JcmInterop.Conformance.Tests.World;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Checkpoints;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Transfers;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance.Tests;

public sealed class PlantedFaultTests
{
    private static readonly string[] HeaderCases =
        ["header-jwk", "header-jku", "header-x5c", "header-x5u", "header-crit", "header-exp", "header-unprotected", "jwk-embedded"];

    // Megabytes to sign and to send; played against a fault where they are what finds it.
    private static readonly string[] SlowCases = ["largest", "too-large", "transfers-most", "transfers-too-many", "lines-too-many", "postings-too-many", "postings-of-decision-too-many", "units-of-leg-too-many"];

    private static readonly string[] UnsignedCases = ["signatures-none", "alg-none", "alg-none-right-signature"];

    public static TheoryData<PlantedFault> Faults =>
    [
        Overlooks("accepts a wrong signature", WireFaultKind.WrongSignature, "signature-altered", "payload-altered", "key-claimed", "second-signature-wrong"),
        Overlooks("accepts none", WireFaultKind.Unsigned, UnsignedCases),
        Overlooks("accepts a key it has not pinned", WireFaultKind.UnknownKey, "key-unknown", "key-before-introduction"),
        Overlooks("accepts unknown headers", WireFaultKind.ForbiddenHeader, HeaderCases),
        Overlooks("accepts unknown algorithms", WireFaultKind.UnknownAlgorithm, "alg-unknown", "alg-symmetric", "alg-of-another-key"),
        Overlooks("accepts another document type", WireFaultKind.WrongDocumentType, "typ-receipt"),
        Overlooks("accepts another sender", WireFaultKind.WrongSender, "from-other", "from-receiver"),
        Overlooks("accepts another recipient", WireFaultKind.WrongRecipient, "to-other"),
        Overlooks("accepts another registry in the payload", WireFaultKind.WrongRegistry, "registry-other"),
        Overlooks("accepts payloads that are not canonical", WireFaultKind.NotCanonical,
            "payload-spaces", "payload-order", "payload-escapes", "payload-duplicate", "payload-byte-order-mark", "payload-not-utf8", "payload-too-deep"),
        Overlooks("does not detect gaps", WireFaultKind.SequenceGap, "gap"),
        Overlooks("does not compare the hash of the message before", WireFaultKind.PreviousMismatch, "fork"),
        Overlooks("accepts an altered body under a known id", WireFaultKind.AlteredReplay, "altered", "altered-known-sequence", "altered-known-id", "refused-said-again"),
        Overlooks("has no clock rule for the future", WireFaultKind.SentInFuture, "future", "future-just"),
        Overlooks("has no clock rule for the past", WireFaultKind.SentBeforePrevious, "backwards"),
        Overlooks("accepts any protocol version", WireFaultKind.UnknownProtocolVersion, "protocol-unknown"),
        Fault("gives a new receipt for a repetition", b => b.KeepsReceipts = false, "repeated", "repeated-old", "repeated-signed-again", "repeated-at-once"),
        Fault("names a wrong hash in its receipts", b => b.ChangeReceipt = r => r with { MessageHash = Digest.Of("wrong"u8) }, "receipt-message-hash", "proof"),
        Fault("names a wrong sequence in its receipts", b => b.ChangeReceipt = r => r with { Sequence = r.Sequence + 1 }, "receipt-sequence", "proof"),
        Fault("names itself as the receiver of its receipts", b => b.ChangeReceipt = r => r with { To = r.From }, "receipt-parties", "proof"),
        Fault("signs receipts with a key nobody pinned", (b, kit) => b.ReceiptKey = kit.OtherKey, "receipt-signature", "proof"),
        Fault("signs receipts as messages", b => b.ReceiptType = JwsTypes.Message, "receipt-signature"),
        Fault("adds a member to its receipts", b => b.ChangeReceiptText = t => $"{t[..^1]},\"z\":1}}", "receipt-members", "proof"),
        Fault("does not write receipts canonically", b => b.ChangeReceiptText = t => t.Replace(",\"to\"", ", \"to\"", StringComparison.Ordinal), "receipt-canonical", "proof"),
        Fault("keeps no time in receipts", b => b.ChangeReceipt = r => r with { ReceivedAt = DateTimeOffset.UnixEpoch }, "receipt-time"),
        Fault("answers receipts as plain JSON", b => b.ReceiptContentType = "application/json", "receipt-content-type"),
        Fault("does not look at the content type", b => b.ChecksContentType = false, "other-content-type", "no-content-type"),
        Fault("does not look at the registry in the address", b => b.ChecksRegistry = false, "unknown-registry"),
        Fault("does not refuse an oversized message", b => b.BytesMax = int.MaxValue, "too-large"),
        Fault("refuses messages that are large and still allowed", b => b.BytesMax = 1024 * 1024, "largest"),
        Fault("breaks at an unknown type", b => b.UnknownTypeStatus = 500, "largest", "receipt-refused", "type-unknown"),
        Fault("does not say which message it expects", b => b.TellsExpectedSequence = false, "gap"),
        Fault("tells its problems in English only", b => b.ProblemHasJapanese = false, "problem-form"),
        Fault("tells its problems as plain JSON", b => b.ProblemContentType = "application/json", "problem-form"),
        Fault("tells the time without milliseconds", b => b.TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'", "clock-form", "clock-agrees"),
        Fault("stores what it refuses", b => b.StoresSilently.Add(WireFaultKind.WrongSignature), "signature-altered", "payload-altered", "key-claimed", "second-signature-wrong"),
        Fault("completes transfers nobody offered", b => b.ChangeRefusal = (body, r) => body is TransferCompletion ? null : r, "completion-unknown", "refused-completion", "cancelled-completion"),
        Fault("accepts transfers nobody offered", b => b.ChangeRefusal = (body, r) => body is TransferAcceptance ? null : r, "acceptance-unknown", "own-acceptance"),
        Fault("takes a changed offer for the first one", b => b.ChangeRefusal = (body, r) => body is TransferProposal { Transfers.Length: 1 } ? null : r, "refused-offer-other", "offer-other"),
        Fault("refuses offers in the receipt", b => b.ChangeRefusal = (body, r) => body is TransferProposal { Transfers: [{ TransferringParty.Code: "THA" }] } ? TransferRules.CountUnclear.With(0, "x", 1) : r, "offer-of-receiver"),
        Fault("has no limit for texts", b => b.ChangeRefusal = (body, r) => body is TestMessage ? null : r, "text-too-long"),
        Fault("sends the messages to whoever asks with GET", b => b.ChecksMethod = false, "get-instead-of-post"),
        Fault("says that it has received more than it has", b => b.ChangeHeads = h => h with { Received = h.Received with { Sequence = h.Received.Sequence + 1 } }, "heads"),
        Fault("refuses under no rule", b => b.ChangeRefusal = (_, r) => r is null ? null : r with { Rule = 0 }, "receipt-refused", "refusal-numbers"),
        Fault("agrees to every hello", b => b.ChangeRefusal = (body, r) => body is Hello ? null : r,
            "hello-no-common-version", "hello-versions", "hello-message-types", "hello-features", "hello-pinned-keys-too-many", "hello-name", "hello-software"),
        Fault("refuses features it does not know", b => b.ChangeRefusal = (body, r) => body is Hello { Features: ["conformance-unknown-feature"] } ? TransferRules.CountUnclear.With(0, "x", 1) : r, "hello-unknown-names"),
        Fault("records every introduction", b => b.ChangeRefusal = (body, r) => body is KeyIntroduction ? null : r,
            "introduction-unproven", "introduction-other-id", "introduction-not-canonical", "introduction-key-too-long"),
        Fault("does not trust what it recorded", b => b.TrustsIntroducedKeys = false, "key-after-introduction", "withdrawal-by-itself"),
        Fault("records every withdrawal", b => b.ChangeRefusal = (body, r) => body is KeyWithdrawal ? null : r,
            "withdrawal-of-last-key", "withdrawal-by-itself", "withdrawal-before-beginning", "withdrawal-later"),
        Fault("goes on trusting a withdrawn key", b => b.KnowsEndedKeys = false, "key-after-withdrawal"),
        Fault("records every checkpoint", b => b.ChangeRefusal = (body, r) => body is CheckpointNotice ? null : r,
            "checkpoint-other-root", "checkpoint-smaller", "checkpoint-wrong-start", "checkpoint-wrong-proof", "checkpoint-no-proof", "checkpoint-by-stranger", "checkpoint-other-registry",
            "checkpoint-ahead", "checkpoint-signed-as-message", "checkpoint-member-unknown", "proof-too-long", "checkpoint-signatures-too-many"),
        Fault("records every cosignature", b => b.ChangeRefusal = (body, r) => body is CheckpointCosignature ? null : r, "cosignature-of-nothing"),
        Fault("records every change of an authorization", b => b.ChangeRefusal = (body, r) => body is AuthorizationChange ? null : r,
            "change-of-unknown", "change-version-skipped", "change-of-date", "change-of-approach"),
        Fault("has no limits for decisions", b => b.ChangeRefusal = (body, r) => body is DecisionNotice ? null : r,
            "lines-too-many", "postings-too-many", "postings-of-decision-too-many", "holder-too-long", "note-too-long"),
        Fault("has no limit for legs", b => b.ChangeRefusal = (body, r) => body is LegNotice ? null : r, "units-of-leg-too-many"),
        Fault("has no limit for questions", b => b.ChangeRefusal = (body, r) => body is StatusQuery ? null : r, "status-transfers-too-many"),
        Fault("does not take revocations", b => b.ChangeRefusal = (body, r) => body is RevocationNotice ? TransferRules.CountUnclear.With(0, "x", 1) : r, "revocation"),
        Fault("proves messages to whoever knows their ids", b => b.AsksForHash = false, "proof-hash-other"),
        Fault("proves a row at another place", b => b.ChangeProof = p => p with { Index = p.Index - 1 }, "proof"),
        Fault("proves rows of another layout", b => b.ChangeProof = p => p with { Row = p.Row[1..] }, "proof", "proof-layout", "proof-members", "proof-received", "proof-row-bounds"),
        Fault("takes more transfers than allowed", b => b.ChangeRefusal = (body, r) => body is TransferProposal { Transfers.Length: > 1 } ? null : r, "transfers-too-many"),
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_planted_fault_is_found_by_its_cases_and_by_no_other(PlantedFault fault)
    {
        using var kit = new Kit();
        var behaviour = new EndpointBehaviour();
        fault.Plant(behaviour, kit);
        await using var endpoint = await kit.StartEndpointAsync(behaviour);

        var report = await kit.RunAsync(endpoint.Url, id => !SlowCases.Contains(id) || fault.FoundBy.Contains(id));

        report.Failed().ShouldBe(fault.FoundBy, ignoreOrder: true, string.Join('\n', report.Cases.Where(c => c.Verdict != CaseVerdict.Passed).Select(c => $"{c.Id}: {c.Came}")));
        report.IsPassed.ShouldBeFalse();
    }

    private static PlantedFault Overlooks(string name, WireFaultKind kind, params string[] foundBy) => Fault(name, b => b.Overlooks.Add(kind), foundBy);

    private static PlantedFault Fault(string name, Action<EndpointBehaviour> plant, params string[] foundBy) => Fault(name, (b, _) => plant(b), foundBy);

    private static PlantedFault Fault(string name, Action<EndpointBehaviour, Kit> plant, params string[] foundBy) => new(name, foundBy) { Plant = plant };
}
