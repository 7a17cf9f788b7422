using JcmInterop.Conformance.Reports;

namespace JcmInterop.Conformance;

/// <summary>One line of a report.</summary>
/// <param name="Id">Stable id of the case, for example <c>signature-altered</c>.</param>
/// <param name="Clause">Number of the clause of the protocol behind it, for example <c>3.9</c>.</param>
/// <param name="Sent">What was sent.</param>
/// <param name="Expected">What must come.</param>
/// <param name="Came">What came, or why the case was not run.</param>
/// <param name="Verdict">How it ended.</param>
/// <param name="Refusal">The refusal the endpoint told, in English and Japanese.</param>
/// <param name="Milliseconds">How long the case took, whole milliseconds.</param>
public sealed record CaseResult(
    string Id, string Clause, string Sent, string Expected, string Came, CaseVerdict Verdict, ObservedRefusal? Refusal, long Milliseconds);
