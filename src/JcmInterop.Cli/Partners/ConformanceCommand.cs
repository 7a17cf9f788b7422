using System.CommandLine;
using System.Net;
using System.Text.Json;
using JcmInterop.Cli.Keys;
using JcmInterop.Cli.Terminal;
using JcmInterop.Conformance;
using JcmInterop.Conformance.Reports;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Envelope;

namespace JcmInterop.Cli.Partners;

/// <summary><c>jcm conformance</c>: plays the good and the bad partner against an endpoint and writes a signed report.</summary>
internal sealed class ConformanceCommand : Command
{
    private const int SecondsMax = 600;

    private readonly Argument<string> url = new("url") { Description = "Base address of the endpoint, for example http://127.0.0.1:5081. Use one that is for testing: its chain of messages grows." };
    private readonly Option<string> registry = new("--registry") { Description = "The bilateral registry, for example JPN-THA.", Required = true };
    private readonly Option<string> party = new("--party") { Description = "The Party the kit plays, for example JPN.", Required = true };
    private readonly Option<FileInfo> key = new("--key") { Description = "Private key the kit signs with; the endpoint has pinned its public part for that Party.", Required = true };
    private readonly Option<FileInfo[]> keys = new("--keys") { Description = "Public keys of the endpoint's Party.", Required = true, AllowMultipleArgumentsPerToken = true };
    private readonly Option<DirectoryInfo> to = new("--out") { Description = "Folder for the report and for what the next run must know.", DefaultValueFactory = _ => new DirectoryInfo("conformance") };
    private readonly Option<string> listen = new("--listen") { Description = "Address the endpoint sends its messages to, for example http://127.0.0.1:5090; its sending is then tested too." };
    private readonly Option<int> patience = new("--answer-within") { Description = "Seconds to wait for an answer.", DefaultValueFactory = _ => 30 };

    public ConformanceCommand(Shell shell)
        : base("conformance", "Play the good, late, altered, replayed, out-of-order, oversized and badly signed partner against an endpoint, and write a signed report.")
    {
        Add(url);
        Add(registry);
        Add(party);
        Add(key);
        Add(keys);
        Add(to);
        Add(listen);
        Add(patience);
        this.Does(shell, RunAsync);
    }

    private async Task<ExitCode> RunAsync(ParseResult asked, Conversation talk, CancellationToken cancellation)
    {
        using var signing = SigningKeyArgument.Read(asked.GetRequiredValue(key));
        var route = Route(asked.GetRequiredValue(registry), asked.GetRequiredValue(party));
        var target = new ConformanceTarget(Url(asked.GetRequiredValue(url)), route, signing, KeySetFiles.Read(asked.GetRequiredValue(keys)).Of(route.To))
        {
            ListenOn = asked.GetValue(listen) is { } own ? Url(own) : null,
            AnswerWithin = TimeSpan.FromSeconds(Seconds(asked.GetValue(patience))),
        };
        if (target.EndpointKeys.Keys.Count == 0)
            throw new InputFault($"The files of --keys hold no key of {route.To}.", $"--keys のファイルに {route.To} の鍵がありません。");
        var folder = ReportFolder.Take(asked.GetRequiredValue(to));
        var run = new ConformanceRun(target, talk.Shell.Time, talk.Shell.Random);
        var played = 0;
        ConformanceReport report;
        try
        {
            report = await run.RunAsync(folder.Chain(), (result, count) => Tell(talk, result, ++played, count), cancellation);
        }
        catch (HttpListenerException e)
        {
            throw new OutsideTrouble($"The kit cannot listen on {target.ListenOn}: {e.Message}", $"{target.ListenOn} で待ち受けできません：{e.Message}", e);
        }
        finally
        {
            folder.Keep(run.Chain);
        }

        folder.Write(report);
        Tell(talk, report, folder);
        return report.IsPassed ? ExitCode.Done : ExitCode.Finding;
    }

    private static void Tell(Conversation talk, CaseResult one, int played, int count)
    {
        var word = one.Verdict switch
        {
            CaseVerdict.Passed => talk.Pick("passed ", "合格　"),
            CaseVerdict.Failed => talk.Pick("FAILED ", "不合格"),
            _ => talk.Pick("not run", "未実施"),
        };
        talk.Say($"{played,4}/{count} {word} {one.Clause,-5} {one.Id}");
        if (one.Verdict == CaseVerdict.Failed) talk.Say($"          {one.Sent}: {one.Came}; expected {one.Expected}", $"          {one.Sent}：{one.Came}（期待：{one.Expected}）");
        if (one is { Verdict: CaseVerdict.Failed, Refusal: { } refusal }) talk.Say($"          {refusal.English}", $"          {refusal.Japanese}");
    }

    private static void Tell(Conversation talk, ConformanceReport report, ReportFolder folder)
    {
        talk.Give(JsonElement.Parse(report.ToJson()));
        var (passed, failed, notRun) = (report.Count(CaseVerdict.Passed), report.Count(CaseVerdict.Failed), report.Count(CaseVerdict.NotRun));
        talk.Say(
            $"{passed} passed, {failed} failed, {notRun} not run. {(report.IsPassed ? "The endpoint conforms." : "The endpoint does NOT conform.")} Report: {folder.Page}",
            $"合格 {passed}、不合格 {failed}、未実施 {notRun}。{(report.IsPassed ? "適合しています。" : "適合していません。")}報告書：{folder.Page}");
        if (notRun > 0)
        {
            talk.Say(
                $"A run continues where the one before ended ({folder.ChainFile}). An endpoint that was reset since needs a new folder; one that has other messages in this direction must be reset.",
                $"前回の続きから始めます（{folder.ChainFile}）。接続先を初期化した場合は新しいフォルダーを指定し、この方向に別のメッセージがある場合は接続先を初期化してください。");
        }
    }

    private static MessageRoute Route(string registry, string party)
    {
        if (!BilateralRegistryId.TryParse(registry, out var id))
            throw new InputFault($"'{registry}' is not a bilateral registry such as JPN-THA.", $"'{registry}' は JPN-THA のような二国間登録簿ではありません。");
        return PartyCode.IsValid(party) && id.Includes(new PartyCode(party))
            ? new MessageRoute(id, new PartyCode(party))
            : throw new InputFault($"'{party}' is not a side of {id}.", $"'{party}' は {id} の当事国ではありません。");
    }

    private static Uri Url(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        ? new Uri(url.AbsoluteUri.TrimEnd('/') + "/")
        : throw new InputFault($"'{text}' is not an address such as http://127.0.0.1:5081.", $"'{text}' は http://127.0.0.1:5081 のようなアドレスではありません。");

    private static int Seconds(int seconds) =>
        seconds is >= 1 and <= SecondsMax ? seconds : throw new InputFault($"{seconds} s is not 1 to {SecondsMax}.", $"{seconds} 秒は 1～{SecondsMax} の範囲にありません。");
}
