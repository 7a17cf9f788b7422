using JcmInterop.Cli.Demonstration.Figures;
using JcmInterop.Cli.Demonstration.Outputs;
using JcmInterop.Cli.Demonstration.Scenario;
using JcmInterop.Cli.Operators;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Samples;

namespace JcmInterop.Cli.Demonstration;

/// <summary>Three nodes on this machine go through the three flows and produce every filing, with figures that must come out as known.</summary>
internal sealed class Demo(DemoFolder folder, Conversation talk, int seed, CancellationToken cancellation)
{
    private static readonly PartyCode Mongolia = new("MNG");
    private static readonly PartyCode Thailand = new("THA");
    private static readonly TimeSpan ToDecide = TimeSpan.FromDays(7);

    private readonly TimeProvider time = talk.Shell.Time;
    private readonly StepLog steps = new(talk, talk.Shell.Time);
    private readonly DemoAccounts accounts = new();
    private readonly DemoIds ids = new(seed);
    private readonly List<OperatorClient> clients = [];

    /// <summary>Runs the demonstration.</summary>
    /// <param name="nodes">Nodes that are prepared and not started; they are stopped at the end.</param>
    /// <exception cref="UnexpectedAnswer">A node answered otherwise than it must.</exception>
    public async Task<DemoResult> RunAsync(DemoNodes nodes)
    {
        try
        {
            await steps.RunAsync("Start the nodes of Japan, Mongolia and Thailand", "日本、モンゴル、タイのノードを起動", () => nodes.StartAsync(cancellation));
            return await RunAsync(nodes, Side(nodes, PartyCode.Japan, Mongolia), Side(nodes, Mongolia, PartyCode.Japan), Side(nodes, PartyCode.Japan, Thailand), Side(nodes, Thailand, PartyCode.Japan));
        }
        finally
        {
            clients.ForEach(client => client.Dispose());
        }
    }

    private async Task<DemoResult> RunAsync(DemoNodes nodes, RegistrySide japanWithMongolia, RegistrySide mongolia, RegistrySide japanWithThailand, RegistrySide thailand)
    {
        var decideBy = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero) + ToDecide;
        var issuance = new CoordinatedIssuance(mongolia, japanWithMongolia, accounts);
        var itmos = new FirstItmos(thailand, japanWithThailand, accounts, ids, decideBy);
        var transfers = new TransfersBetweenRegistries(thailand, japanWithThailand, accounts, ids, time, decideBy);

        RegistrySide[] sides = [japanWithMongolia, mongolia, japanWithThailand, thailand];
        nodes.CameBack = party => Task.WhenAll(sides.Where(side => side.Party != party && side.Registry.Includes(party)).Select(side => side.HurryAsync()));
        await steps.RunAsync("Exchange the first message and its signed receipt", "最初のメッセージと署名付き受領証を交換", () => Task.WhenAll(sides.Select(GreetAsync)));
        await steps.RunAsync("Register projects and open accounts (sample data)", "プロジェクト登録と口座開設（サンプルデータ）", () => Task.WhenAll(sides.Select(PrepareAsync)));
        await steps.RunAsync("Mongolia: both sides record the Joint Committee's decisions", "モンゴル：両側が合同委員会の決定を記録", issuance.RecordDecisionsAsync);
        await steps.RunAsync("Mongolia: each side issues its own legs", "モンゴル：各側が自国分を発行", issuance.IssueLegsAsync);
        var (tooEarly, tooOld) = await FirstItmosAsync(itmos, issuance);
        await TransfersAsync(transfers);
        await steps.RunAsync("Wait until every message has its receipt", "すべてのメッセージの受領証を確認", () => Task.WhenAll(sides.Select(side => side.SettledAsync())));
        await steps.RunAsync("Stop the nodes", "ノードを停止", nodes.StopAsync);
        return await ReportAsync(nodes, itmos, transfers, tooEarly, tooOld);
    }

    private async Task<(CommandRefused TooEarly, CommandRefused TooOld)> FirstItmosAsync(FirstItmos itmos, CoordinatedIssuance issuance)
    {
        CommandRefused? tooEarly = null;
        CommandRefused? tooOld = null;
        await steps.RunAsync("Thailand: the decision of 2025-10-30 on TH014 is recorded and 2,017 t are issued", "タイ：TH014に関する2025-10-30の決定を記録し2,017tを発行", async () =>
        {
            await itmos.RecordDecisionAsync();
            await itmos.IssueAsync();
        });
        await steps.RunAsync("Thailand and Japan authorize (invented terms, invented cooperative approach id)", "タイと日本が承認（条件と協力的アプローチ番号は架空）", itmos.AuthorizeAsync);
        await steps.RunAsync("Japan tries to acquire before Thailand's approval and is refused", "日本がタイの承認前に取得を試み、拒否される", async () => tooEarly = await itmos.AcquireTooEarlyAsync());
        Tell(tooEarly!);
        await steps.RunAsync("Thailand approves the transfer, Japan records the acquisition", "タイが移転を承認し、日本が取得を記録", async () =>
        {
            await itmos.ApproveAsync();
            await itmos.AcquireAsync();
        });
        await steps.RunAsync("Japan uses 400 t towards its NDC for 2025", "日本が2025年のNDCに400tを使用", itmos.UseAsync);
        await steps.RunAsync("Japan offers a credit of before 2021 for its NDC and is refused", "日本が2021年より前のクレジットのNDC使用を試み、拒否される", async () => tooOld = await issuance.OfferOldCreditForNdcAsync());
        Tell(tooOld!);
        return (tooEarly!, tooOld!);
    }

    private async Task TransfersAsync(TransfersBetweenRegistries transfers)
    {
        await steps.RunAsync("Thailand issues 10,000 t of the invented project TH901", "タイが架空プロジェクトTH901の10,000tを発行", transfers.IssueAsync);
        await steps.RunAsync("A transfer of 100 t to Japan completes", "日本への100tの移転が完了", transfers.CompleteAsync);
        await steps.RunAsync("A transfer is refused by Japan's administrator", "日本の管理者が移転を拒否", transfers.RefuseAsync);
        await steps.RunAsync("A transfer nobody answers ends at its deadline", "回答のない移転が期限で終了", transfers.LetExpireAsync);
    }

    private async Task<DemoResult> ReportAsync(DemoNodes nodes, FirstItmos itmos, TransfersBetweenRegistries transfers, CommandRefused tooEarly, CommandRefused tooOld)
    {
        await using var records = await DemoRecords.OpenAsync(nodes.All.Select(n => n.Place), cancellation);
        IReadOnlyList<string> storeFindings = [];
        var pair = new BilateralRegistryId(PartyCode.Japan, Thailand);
        var reports = new ReportOutput(folder, records, time.GetUtcNow());
        var evidence = new EvidenceOutput(folder, records, cancellation);
        await steps.RunAsync("Check the three stores: hash chains, replay, laws", "3つの保存ファイルを検査：ハッシュ鎖、再生、法則", async () => storeFindings = await records.CheckAsync(cancellation));
        await steps.RunAsync("Write the filings of all Parties and check them against each other", "各締約国の提出書類を作成し相互に照合", () =>
        {
            reports.Write();
            return Task.CompletedTask;
        });
        await steps.RunAsync("Write evidence and receipts and verify them offline", "証拠と受領証を書き出しオフラインで検証", async () =>
        {
            await evidence.WriteAsync("first-itmos", itmos.Transfer, pair);
            await evidence.WriteAsync("completed", transfers.Completed, pair);
            await evidence.WriteAsync("refused", transfers.Refused, pair);
            await evidence.WriteAsync("unanswered", transfers.Unanswered, pair);
            await evidence.WriteReceiptsAsync();
        });
        Figure[] figures =
        [
            .. IssuanceFigures.Of(reports.Issuance[PartyCode.Japan]),
            .. new TransferFigures(records[PartyCode.Japan][pair], records[Thailand][pair], itmos, transfers).Of(tooEarly, tooOld),
            .. FilingFigures.Of(reports, evidence, storeFindings, PairFindings(records)),
        ];
        return new DemoResult(
            figures, [tooEarly, tooOld], [.. storeFindings, .. reports.AefFindings.Select(f => $"{f.Rule} {f.Place}: {f.Reason.English}")],
            Measurements.Of(nodes, records, evidence, steps.Durations));
    }

    private static async Task GreetAsync(RegistrySide side)
    {
        await side.DoAsync(new SendTest($"{side.Party} greets its partner in {side.Registry}."), "greeting");
        await side.SettledAsync();
    }

    private async Task PrepareAsync(RegistrySide side)
    {
        var country = side.Registry.CounterpartOf(PartyCode.Japan) == Mongolia ? "MN" : "TH";
        foreach (var command in SampleFacts.Projects().Where(p => p.Project.Reference.ToString().StartsWith(country, StringComparison.Ordinal)))
            await side.DoAsync(command, "project");
        foreach (var command in accounts.Of(side.Party)) await side.DoAsync(command, "account");
        foreach (var command in accounts.OfAuthorizedEntities(side.Party)) await side.DoAsync(command, "account-of-authorized-entity");
    }

    private RegistrySide Side(DemoNodes nodes, PartyCode party, PartyCode partner)
    {
        var place = nodes[party].Place;
        var client = new OperatorClient(place.Url, File.ReadAllText(place.TokenFile).Trim());
        clients.Add(client);
        return new RegistrySide(party, new BilateralRegistryId(party, partner), client, new Retrying(time), cancellation);
    }

    private void Tell(CommandRefused refused)
    {
        talk.Say($"     EN {refused.Rule}: {refused.English} {refused.RemedyEnglish}");
        talk.Say($"     JA {refused.Rule}：{refused.Japanese}{refused.RemedyJapanese}");
    }

    private static string[] PairFindings(DemoRecords records) =>
    [
        .. from partner in new[] { Mongolia, Thailand }
           let registry = new BilateralRegistryId(PartyCode.Japan, partner)
           let japan = records[PartyCode.Japan][registry].State
           let other = records[partner][registry].State
           from finding in LedgerLaws.CheckPair(japan, other).Concat(LedgerLaws.CheckConverged(japan, other))
           select $"{registry}: {finding}",
    ];
}
