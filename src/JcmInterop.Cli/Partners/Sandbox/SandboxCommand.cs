using System.CommandLine;
using System.Net;
using JcmInterop.Cli.Operators;
using JcmInterop.Cli.Serving;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Parties;
using JcmInterop.Server.Hosting;

namespace JcmInterop.Cli.Partners.Sandbox;

/// <summary><c>jcm sandbox</c>: a friendly partner on this machine that a partner's developers can talk to.</summary>
internal sealed class SandboxCommand : Command
{
    private readonly Option<string> party = new("--party") { Description = "The Party the sandbox plays.", DefaultValueFactory = _ => "THA" };
    private readonly Option<string> partner = new("--partner") { Description = "The Party whose software talks to it.", DefaultValueFactory = _ => "JPN" };
    private readonly Option<string> partnerUrl = new("--partner-url") { Description = "Base address of that software.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
    private readonly Option<FileInfo> partnerKeys = new("--partner-keys") { Description = "Its public keys. Without it the sandbox makes a key for it and writes the private part too." };
    private readonly Option<int> port = new("--port") { Description = "Port on the loopback address; zero takes a free one.", DefaultValueFactory = _ => 5081 };
    private readonly Option<DirectoryInfo> to = new("--out") { Description = "Folder for keys, store and tokens; it is used again by the next start.", DefaultValueFactory = _ => new DirectoryInfo("sandbox") };
    private readonly Option<bool> untilInputEnds = new("--until-input-ends") { Description = "Also stop when the standard input ends." };

    public SandboxCommand(Shell shell)
        : base("sandbox", "Run a friendly partner with invented accounts, authorization and units on this machine; it answers offers by simple rules and logs every exchange.")
    {
        Add(party);
        Add(partner);
        Add(partnerUrl);
        Add(partnerKeys);
        Add(port);
        Add(to);
        Add(untilInputEnds);
        this.Does(shell, RunAsync);
    }

    private async Task<ExitCode> RunAsync(ParseResult asked, Conversation talk, CancellationToken cancellation)
    {
        var (own, other) = (Party(asked.GetRequiredValue(party)), Party(asked.GetRequiredValue(partner)));
        if (own == other) throw new InputFault($"{own} cannot be its own partner.", $"{own} は自国の相手国になれません。");
        if (asked.GetValue(port) is < 0 or > IPEndPoint.MaxPort) throw new InputFault("--port is not a port.", "--port がポート番号ではありません。");
        var folder = SandboxFolder.Take(asked.GetRequiredValue(to), own, other, asked.GetValue(partnerKeys), talk.Shell);
        var url = $"http://{IPAddress.Loopback}:{asked.GetValue(port)}";
        await using var node = NodeHost.Build(folder.Options(url, asked.GetRequiredValue(partnerUrl)), builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<IStartupFilter>(new ExchangeLog(talk, other));
        });
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (asked.GetValue(untilInputEnds)) _ = InputEnd.StopAsync(stopping);
        await node.StartAsync(cancellation);
        using var client = new OperatorClient(node.Urls[0], folder.AdministratorToken());
        var people = new SandboxPeople(own, new BilateralRegistryId(own, other), client, talk);
        await people.PrepareAsync(stopping.Token);
        TellReady(talk, node.Urls[0], own, other, folder);
        await WorkAsync(people, talk.Shell.Time, stopping.Token);
        await node.StopAsync(CancellationToken.None);
        talk.Say("Stopped.", "停止しました。");
        return ExitCode.Done;
    }

    private static async Task WorkAsync(SandboxPeople people, TimeProvider time, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(SandboxPeople.LooksEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping)) await people.TurnAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Being stopped is how a sandbox ends.
        }
    }

    private static void TellReady(Conversation talk, Uri url, PartyCode own, PartyCode other, SandboxFolder folder)
    {
        if (talk.IsJson) talk.Shell.Output.WriteLine(folder.ReadyLine(url));
        talk.Say($"{own} is ready at {url} for {other}. All facts in it are invented.", $"{own} は {url} で {other} からの接続を待っています。内容はすべて架空です。");
        foreach (var (english, japanese) in folder.Files()) talk.Say(english, japanese);
        foreach (var (english, japanese) in SandboxRules.Told) talk.Say(english, japanese);
        talk.Say("Every exchange follows. Stop with Ctrl-C.", "以下に通信を記録します。Ctrl-C で停止します。");
    }

    private static PartyCode Party(string text) => PartyCode.IsValid(text)
        ? new PartyCode(text)
        : throw new InputFault($"'{text}' is not an alpha-3 Party code such as JPN.", $"'{text}' は JPN のような締約国コードではありません。");
}
