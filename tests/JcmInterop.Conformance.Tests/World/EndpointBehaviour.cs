using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Partners;
using JcmInterop.Domain.Refusals;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Receipts;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;

namespace JcmInterop.Conformance.Tests.World;

/// <summary>How an endpoint behaves; right in everything that a test does not spoil.</summary>
internal sealed class EndpointBehaviour
{
    /// <summary>What the endpoint overlooks.</summary>
    public HashSet<WireFaultKind> Overlooks { get; } = [];

    public bool ChecksContentType { get; set; } = true;

    public bool ChecksMethod { get; set; } = true;

    public bool ChecksRegistry { get; set; } = true;

    public int BytesMax { get; set; } = JsonBounds.WireBytesMax;

    public bool KeepsReceipts { get; set; } = true;

    public bool KnowsRepetitions { get; set; } = true;

    public bool TellsExpectedSequence { get; set; } = true;

    public string ReceiptContentType { get; set; } = "application/jose+json";

    public string ReceiptType { get; set; } = JwsTypes.Receipt;

    public string ProblemContentType { get; set; } = "application/problem+json";

    public bool ProblemHasJapanese { get; set; } = true;

    public TimeSpan ClockAhead { get; set; }

    public string TimeFormat { get; set; } = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public int UnknownTypeStatus { get; set; } = 200;

    public bool TrustsIntroducedKeys { get; set; } = true;

    public bool KnowsEndedKeys { get; set; } = true;

    /// <summary>Whether proofs are only for those who know the hash of the message.</summary>
    public bool AsksForHash { get; set; } = true;

    public Func<ProofRow, ProofRow> ChangeProof { get; set; } = row => row;

    public Func<ReportedHeads, ReportedHeads> ChangeHeads { get; set; } = heads => heads;

    public int? StatusOfAll { get; set; }

    /// <summary>Where not nothing, refused messages are stored all the same.</summary>
    public HashSet<WireFaultKind> StoresSilently { get; } = [];

    public Func<Receipt, Receipt> ChangeReceipt { get; set; } = receipt => receipt;

    public Func<string, string> ChangeReceiptText { get; set; } = text => text;

    public Func<PartnerMessage?, Refusal?, Refusal?> ChangeRefusal { get; set; } = (_, refusal) => refusal;

    /// <summary>Where the endpoint sends its own messages; nothing where it sends none.</summary>
    public Uri? Partner { get; set; }

    /// <summary>What the endpoint tells in the place of each message it decided to tell.</summary>
    public Func<PartnerMessage, PartnerMessage?> ChangeTold { get; set; } = told => told;

    /// <summary>What the endpoint tells besides, by the message that came and what it tells anyway.</summary>
    public Func<PartnerMessage, IReadOnlyList<PartnerMessage>, IEnumerable<PartnerMessage>> TellsBesides { get; set; } = (_, _) => [];

    public bool BelievesAnyReceipt { get; set; }

    public bool BelievesAnyAnswer { get; set; }

    public bool NeverGoesBack { get; set; }

    public bool SignsAnew { get; set; }

    /// <summary>The key receipts are signed with; the endpoint's own unless a test gives another.</summary>
    public SigningKey? ReceiptKey { get; set; }
}
