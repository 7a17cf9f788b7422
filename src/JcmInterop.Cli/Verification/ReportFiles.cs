using System.Text.Json;
using JcmInterop.Cli.Partners;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;

namespace JcmInterop.Cli.Verification;

/// <summary>The readable files beside a signed conformance report: whether they are those that were signed.</summary>
internal static class ReportFiles
{
    private static readonly (string Member, string Name)[] Files = [("json", ReportFolder.JsonFile), ("html", ReportFolder.HtmlFile)];

    /// <summary>One finding for each readable file that lies beside a genuine report; nothing for other files.</summary>
    public static IEnumerable<Finding> Beside(FileInfo file, ReadOnlyMemory<byte> bytes)
    {
        if (!Jws.TryRead(bytes, JwsTypes.Conformance, out var jws, out _)) yield break;
        if (!JsonElement.Parse(jws!.Payload.Span).TryGetProperty("files", out var hashes) || hashes.ValueKind != JsonValueKind.Object) yield break;
        foreach (var (member, name) in Files)
        {
            var path = Path.Combine(file.DirectoryName!, name);
            if (!File.Exists(path) || !hashes.TryGetProperty(member, out var hash)) continue;
            var isSigned = Digest.Of(File.ReadAllBytes(path)).ToBase64Url() == hash.ToString();
            yield return new Finding(
                name,
                isSigned ? FindingOutcome.Genuine : FindingOutcome.Failed,
                isSigned ? $"{name} beside it is the file that was signed." : $"{name} beside it is not the file that was signed.",
                isSigned ? $"同じフォルダーの {name} は署名時のファイルです。" : $"同じフォルダーの {name} は署名時のファイルではありません。");
        }
    }
}
