using System.Text.Json.Nodes;
using JcmInterop.Conformance.Exchange;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance.Reports;

/// <summary>What a run of the conformance kit came to.</summary>
/// <param name="Target">What was tested, and as whom.</param>
/// <param name="StartedAt">When the run began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Cases">One line for each case, in the order of play.</param>
public sealed record ConformanceReport(ConformanceTarget Target, DateTimeOffset StartedAt, DateTimeOffset EndedAt, IReadOnlyList<CaseResult> Cases)
{
    /// <summary>What the member <c>format</c> of a report says.</summary>
    public const string Format = "jcm-conformance";

    /// <summary>Whether every case passed.</summary>
    public bool IsPassed => Cases.Count > 0 && Cases.All(c => c.Verdict == CaseVerdict.Passed);

    /// <summary>Number of cases that ended in one way.</summary>
    public int Count(CaseVerdict verdict) => Cases.Count(c => c.Verdict == verdict);

    /// <summary>The report as UTF-8 JSON, readable by people.</summary>
    public byte[] ToJson() => DraftText.Indented(Content());

    /// <summary>The report for people, UTF-8 HTML in one file that loads nothing from anywhere.</summary>
    public byte[] ToHtml() => ReportPage.Write(this);

    /// <summary>The signed report: a JWS whose payload is the report with the SHA-256 hashes of the two readable files.</summary>
    /// <param name="json">The file made by <see cref="ToJson"/>.</param>
    /// <param name="html">The file made by <see cref="ToHtml"/>.</param>
    public byte[] Sign(ReadOnlySpan<byte> json, ReadOnlySpan<byte> html)
    {
        var content = Content();
        content["files"] = new JsonObject { ["json"] = Digest.Of(json).ToBase64Url(), ["html"] = Digest.Of(html).ToBase64Url() };
        return Jws.Sign(DraftText.Canonical(content), JwsTypes.Conformance, Target.Key);
    }

    private JsonObject Content() => new()
    {
        ["format"] = Format,
        ["version"] = 1,
        ["protocol"] = PartnerEnvelope.ProtocolVersion,
        ["party"] = Target.Played.Code,
        ["tested"] = Target.Tested.Code,
        ["registry"] = Target.Outgoing.Registry.ToString(),
        ["endpoint"] = Target.Url.ToString(),
        ["startedAt"] = WireInstant.Format(StartedAt),
        ["issuedAt"] = WireInstant.Format(EndedAt),
        ["passed"] = Count(CaseVerdict.Passed),
        ["failed"] = Count(CaseVerdict.Failed),
        ["notRun"] = Count(CaseVerdict.NotRun),
        ["cases"] = new JsonArray([.. Cases.Select(Line)]),
    };

    private static JsonObject Line(CaseResult one) => new()
    {
        ["id"] = one.Id,
        ["clause"] = one.Clause,
        ["sent"] = one.Sent,
        ["expected"] = one.Expected,
        ["came"] = one.Came,
        ["verdict"] = Word(one.Verdict),
        ["milliseconds"] = one.Milliseconds,
        ["refusal"] = one.Refusal is { } refusal ? Line(refusal) : null,
    };

    private static JsonObject Line(ObservedRefusal refusal) => new()
    {
        ["rule"] = refusal.Rule,
        ["english"] = refusal.English,
        ["japanese"] = refusal.Japanese,
        ["remedyEnglish"] = refusal.RemedyEnglish,
        ["remedyJapanese"] = refusal.RemedyJapanese,
    };

    private static string Word(CaseVerdict verdict) => verdict switch
    {
        CaseVerdict.Passed => "passed",
        CaseVerdict.Failed => "failed",
        CaseVerdict.NotRun => "notRun",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Unknown verdict."),
    };
}
