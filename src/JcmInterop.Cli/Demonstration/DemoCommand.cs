using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using JcmInterop.Cli.Processes;
using JcmInterop.Cli.Terminal;
using Spectre.Console;

namespace JcmInterop.Cli.Demonstration;

/// <summary><c>jcm demo</c>: three registries on this machine, real figures, no other service.</summary>
internal sealed class DemoCommand : Command
{
    private const int SeedByDefault = 1;

    private static readonly TimeSpan MemorySampledEvery = TimeSpan.FromMilliseconds(250);

    private static readonly JsonSerializerOptions SummaryForm = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Option<DirectoryInfo> to = new("--out") { Description = "New or empty folder for all files; a new one among the temporary files where nothing is said." };
    private readonly Option<bool> serve = new("--serve") { Description = "Keep the nodes running afterwards, until Ctrl-C." };
    private readonly Option<int> seed = new("--seed") { Description = "Transfer ids and ports follow from it.", DefaultValueFactory = _ => SeedByDefault };

    public DemoCommand(Shell shell)
        : base("demo", "Run the nodes of Japan, Mongolia and Thailand on this machine through issuance, first transfer and inter-registry transfer, and compare with known figures.")
    {
        Add(to);
        Add(serve);
        Add(seed);
        this.Does(shell, RunAsync);
    }

    private async Task<ExitCode> RunAsync(ParseResult asked, Conversation talk, CancellationToken cancellation)
    {
        var folder = DemoFolder.Take(asked.GetValue(to));
        talk.Say($"Files: {folder.Path}", $"出力先：{folder.Path}");
        await using var nodes = DemoNodes.Prepare(folder, talk.Shell, new Random(asked.GetValue(seed)));
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var sampling = SampleMemoryAsync(nodes, talk.Shell.Time, ended.Token);
        DemoResult result;
        try
        {
            result = await new Demo(folder, talk, asked.GetValue(seed), cancellation).RunAsync(nodes);
        }
        catch (UnexpectedAnswer e)
        {
            return talk.Fail(ExitCode.Finding, e.Message, e.Japanese);
        }
        finally
        {
            await ended.CancelAsync();
            await sampling;
        }

        var summary = JsonSerializer.SerializeToUtf8Bytes(new { seed = asked.GetValue(seed), reached = result.IsReached, result.Figures, result.Notes, result.Measured }, SummaryForm);
        ReplacedFile.Write(folder.SummaryFile, summary);
        Tell(talk, folder, result);
        if (asked.GetValue(serve)) await ServeAsync(talk, nodes, cancellation);
        return result.IsReached ? ExitCode.Done : ExitCode.Finding;
    }

    private static async Task SampleMemoryAsync(DemoNodes nodes, TimeProvider time, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(MemorySampledEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
                foreach (var node in nodes.All)
                    node.SampleMemory();
        }
        catch (OperationCanceledException)
        {
            // The demonstration is over; there is nothing left to sample.
        }
    }

    private static void Tell(Conversation talk, DemoFolder folder, DemoResult result)
    {
        talk.Give(new { folder = folder.Path, reached = result.IsReached, figures = result.Figures, notes = result.Notes, measured = result.Measured });
        var table = new Table().Border(TableBorder.Simple).AddColumn(talk.Pick("Figure", "数値"));
        table.AddColumn(new TableColumn(talk.Pick("Expected", "期待値")).RightAligned());
        table.AddColumn(new TableColumn(talk.Pick("Actual", "結果")).RightAligned());
        table.AddColumn("");
        foreach (var figure in result.Figures)
        {
            table.AddRow(
                new Text(talk.Pick(figure.English, figure.Japanese)), new Text(figure.Expected), new Text(figure.Actual),
                figure.IsReached ? new Text("ok", new Style(Color.Green)) : new Text(talk.Pick("NOT REACHED", "未達"), new Style(Color.Red)));
        }

        talk.Show(table);
        foreach (var note in result.Notes) talk.Say(note);
        TellMeasured(talk, result.Measured);
        talk.Say(
            $"Reports, evidence, receipts and public keys: {folder.Path}. Accounts, authorizations, project TH901 and the dates of its transfers are invented; data/README.md of the sources says where every figure comes from.",
            $"報告書、証拠、受領証、公開鍵：{folder.Path}。口座、承認、プロジェクトTH901とその移転の日付は架空です。各数値の出典はソースのdata/README.mdにあります。");
        talk.Say(
            result.IsReached ? $"All {result.Figures.Count} figures reached." : $"{result.Figures.Count(f => !f.IsReached)} figures NOT reached.",
            result.IsReached ? $"{result.Figures.Count}件の数値すべてが一致しました。" : $"{result.Figures.Count(f => !f.IsReached)}件の数値が一致しませんでした。");
    }

    private static void TellMeasured(Conversation talk, Measurements measured)
    {
        talk.Say(
            $"First receipt {measured.SecondsToFirstReceipt} s after the start; {measured.Messages} messages, {measured.Receipts} receipts, {measured.JournalRows} journal rows.",
            $"最初の受領証まで{measured.SecondsToFirstReceipt}秒。メッセージ{measured.Messages}件、受領証{measured.Receipts}件、台帳記録{measured.JournalRows}行。");
        foreach (var node in measured.Nodes)
        {
            talk.Say(
                $"{node.Node}: ready after {node.ReadyAfterMilliseconds} ms, peak memory {node.PeakMebibytes} MiB, restarted {node.Restarts} times.",
                $"{node.Node}：準備完了まで{node.ReadyAfterMilliseconds}ミリ秒、最大メモリ{node.PeakMebibytes}MiB、再起動{node.Restarts}回。");
        }
    }

    private static async Task ServeAsync(Conversation talk, DemoNodes nodes, CancellationToken cancellation)
    {
        await nodes.StartAgainAsync(cancellation);
        foreach (var place in nodes.All.Select(n => n.Place))
            talk.Say($"{place.Party}: {place.Url}  token: {place.TokenFile}", $"{place.Party}：{place.Url}　トークン：{place.TokenFile}");
        talk.Say("The nodes run until Ctrl-C.", "Ctrl-Cで停止するまでノードは動作します。");
        var stopped = new TaskCompletionSource();
        await using var registration = cancellation.Register(() => stopped.TrySetResult());
        await stopped.Task;
    }
}
