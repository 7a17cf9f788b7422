using System.Text.Json;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Faults;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Messages.Verification;

/// <summary>Checks a file without any network: a message, receipt, checkpoint, certificate or evidence file against public keys.</summary>
public static class OfflineVerifier
{
    /// <summary>Says, part by part, who signed what and when, or what is wrong.</summary>
    /// <param name="file">The bytes of the file.</param>
    /// <param name="trusted">The public keys to rely on. Without them, an evidence file is checked against the keys inside it, and the report says so.</param>
    public static VerificationReport Verify(ReadOnlyMemory<byte> file, KeySet? trusted)
    {
        if (file.Length > EvidenceFile.BytesMax) return Failed(WireRules.Fault(WireFaultKind.Oversized, "", file.Length, EvidenceFile.BytesMax));
        // The canonical form is made only to be sure the text is strict JSON; what is verified are the bytes of the file.
        if (!CanonicalJson.TryWrite(file.Span, new JsonBounds(EvidenceFile.BytesMax, JsonBounds.WireDepthMax), out _, out var fault))
            return Failed(WireRules.Fault(WireFaultKind.NotJson, fault!));
        using var document = JsonDocument.Parse(file, new JsonDocumentOptions { MaxDepth = JsonBounds.WireDepthMax });
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("format", out _)
            ? Evidence(document.RootElement, trusted)
            : new VerificationReport([.. Single(file, trusted ?? new KeySet())]);
    }

    private static VerificationReport Evidence(JsonElement json, KeySet? trusted)
    {
        try
        {
            return new VerificationReport([.. new EvidenceCheck(EvidenceReader.Read(json), trusted).Findings()]);
        }
        catch (FormatException e)
        {
            return new VerificationReport([Finding.Failed("", $"The evidence file is malformed: {e.Message}", $"証拠ファイルの形式が正しくありません: {e.Message}")]);
        }
    }

    private static IEnumerable<Finding> Single(ReadOnlyMemory<byte> file, KeySet keys)
    {
        if (!Jws.TryRead(file, out var jws, out var fault)) return [Finding.Failed("", fault!)];
        return jws!.Signatures[0].DocumentType switch
        {
            JwsTypes.Message => [DocumentCheck.Message("", file, keys).Finding],
            JwsTypes.Receipt => [DocumentCheck.Receipt("", file, keys, message: null)],
            JwsTypes.Checkpoint => DocumentCheck.Checkpoint("", file, keys).Findings,
            JwsTypes.Conformance => [ReportCheck.Conformance("", file, keys)],
            JwsTypes.Certificate => [DocumentCheck.Certificate("", file, keys)],
            var other => [Finding.Failed("", WireRules.Fault(WireFaultKind.WrongDocumentType, "/signatures/0/protected", other, JwsTypes.Message))],
        };
    }

    private static VerificationReport Failed(WireFault fault) => new([Finding.Failed("", fault)]);
}
