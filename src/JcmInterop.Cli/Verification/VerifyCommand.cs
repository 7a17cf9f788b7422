using System.CommandLine;
using JcmInterop.Cli.Keys;
using JcmInterop.Cli.Terminal;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Verification;
using Spectre.Console;

namespace JcmInterop.Cli.Verification;

/// <summary><c>jcm verify</c>: who signed what and when, or which part of a file fails; without any network.</summary>
internal sealed class VerifyCommand : Command
{
    private readonly Argument<FileInfo> file = new("file") { Description = "A message, receipt, checkpoint, certificate, evidence file or signed conformance report." };

    private readonly Option<FileInfo[]> keys = new("--keys")
    {
        Description = "Public keys to rely on, as the Parties publish them. Without it, an evidence file is checked against the keys inside it.",
        AllowMultipleArgumentsPerToken = true,
    };

    public VerifyCommand(Shell shell)
        : base("verify", "Check a signed file offline: who signed what and when, or which part fails.")
    {
        Add(file);
        Add(keys);
        this.Does(shell, (asked, talk, _) => Task.FromResult(Verify(asked, talk)));
    }

    private ExitCode Verify(ParseResult asked, Conversation talk)
    {
        var bytes = Read(asked.GetRequiredValue(file));
        var trusted = asked.GetValue(keys) is { Length: > 0 } given ? KeySetFiles.Read(given) : null;
        var report = OfflineVerifier.Verify(bytes, trusted);
        if (report.IsGenuine) report = new VerificationReport([.. report.Findings, .. ReportFiles.Beside(asked.GetRequiredValue(file), bytes)]);
        if (talk.IsJson) talk.Shell.Output.WriteLine(System.Text.Encoding.UTF8.GetString(report.ToJson()));
        talk.Show(Table(talk, report));
        if (report.IsGenuine) talk.Say("The file is genuine.", "このファイルは真正です。");
        else talk.Say("The file is NOT genuine; do not rely on it.", "このファイルは真正ではありません。信頼しないでください。");
        return report.IsGenuine ? ExitCode.Done : ExitCode.Finding;
    }

    private static byte[] Read(FileInfo file)
    {
        if (!file.Exists) throw new InputFault($"There is no file {file}.", $"ファイル {file} がありません。");
        if (file.Length > EvidenceFile.BytesMax)
        {
            throw new InputFault(
                $"{file} has {file.Length} bytes; a signed file has at most {EvidenceFile.BytesMax}.", $"{file} は {file.Length} バイトあり、上限 {EvidenceFile.BytesMax} を超えています。");
        }

        var bytes = File.ReadAllBytes(file.FullName);
        return IsSignedFile(bytes)
            ? bytes
            : throw new InputFault(
                $"{file} is not a signed message, receipt, checkpoint, certificate or evidence file.",
                $"{file} は署名付きのメッセージ、受領証、チェックポイント、証明書、証拠ファイルのいずれでもありません。");
    }

    // A damaged file of ours still shows what it was, and is then told to be not genuine instead of foreign.
    private static bool IsSignedFile(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("\"jcm-evidence\""u8) >= 0 || bytes.IndexOf("\"signatures\""u8) >= 0 || bytes.IndexOf("\"payload\""u8) >= 0;

    private static Table Table(Conversation talk, VerificationReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(
            talk.Pick("Part", "箇所"), talk.Pick("Result", "結果"), talk.Pick("Signed by", "署名者"), talk.Pick("When (UTC)", "日時（UTC）"), talk.Pick("What it says", "内容"));
        foreach (var finding in report.Findings)
        {
            table.AddRow(
                new Text(finding.Part.Length == 0 ? talk.Pick("file", "ファイル") : finding.Part),
                new Text(Word(talk, finding.Outcome), finding.Outcome == FindingOutcome.Failed ? new Style(Color.Red) : Style.Plain),
                new Text(finding.SignedBy?.Code ?? ""),
                new Text(finding.At is { } at ? WireInstant.Format(at) : ""),
                new Text(talk.Pick(finding.English, finding.Japanese)));
        }

        return table;
    }

    private static string Word(Conversation talk, FindingOutcome outcome) => outcome switch
    {
        FindingOutcome.Genuine => talk.Pick("genuine", "真正"),
        FindingOutcome.Failed => talk.Pick("FAILED", "不合格"),
        FindingOutcome.Unchecked => talk.Pick("not checked", "未確認"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Unknown outcome."),
    };
}
