using System.Text.Json;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Messages.Verification;

/// <summary>Checks a signed report of the conformance kit.</summary>
internal static class ReportCheck
{
    public static Finding Conformance(string part, ReadOnlyMemory<byte> bytes, KeySet keys)
    {
        if (!Jws.TryRead(bytes, JwsTypes.Conformance, out var jws, out var fault)) return Finding.Failed(part, fault!);
        if (CanonicalJson.Check(jws!.Payload.Span, JsonBounds.Wire) is { } json) return Finding.Failed(part, WireRules.Fault(WireFaultKind.NotCanonical, json));
        using var payload = JsonDocument.Parse(jws.Payload);
        var report = payload.RootElement;
        if (!PartyCode.IsValid(Text(report, "party")) || !WireInstant.TryParse(Text(report, "issuedAt"), out var issuedAt)
            || Number(report, "passed") is not { } passed || Number(report, "failed") is not { } failed || Number(report, "notRun") is not { } notRun)
            return Finding.Failed(part, WireRules.Fault(WireFaultKind.MalformedDocument, "/party", "a report names its signer in 'party', its time in 'issuedAt', and counts its cases."));
        var signer = new PartyCode(Text(report, "party")!);
        fault = keys.Of(signer).Verify(jws, issuedAt, out var key);
        if (fault is not null) return Finding.Failed(part, fault);
        var (tested, registry, at) = (Text(report, "tested"), Text(report, "registry"), WireInstant.Format(issuedAt));
        return new Finding(
            part,
            FindingOutcome.Genuine,
            $"Conformance report on the endpoint of {tested} in {registry}, signed by {signer} at {at}: {passed} passed, {failed} failed, {notRun} not run.",
            $"{registry} における {tested} の接続先に対する適合試験報告。{signer} が {at} に署名。合格 {passed}、不合格 {failed}、未実施 {notRun}。",
            signer,
            key!.KeyId,
            issuedAt);
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
