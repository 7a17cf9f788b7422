using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using JcmInterop.Cli.Terminal;
using JcmInterop.Server.Configuration;
using JcmInterop.Server.Hosting;
using Microsoft.Extensions.Logging.Console;

namespace JcmInterop.Cli.Serving;

/// <summary><c>jcm serve</c>: one node, until it is asked to stop.</summary>
internal sealed class ServeCommand : Command
{
    private readonly Option<FileInfo> configuration = new("--config") { Description = "The configuration of the node; see: jcm config new", Required = true };

    private readonly Option<bool> untilInputEnds = new("--until-input-ends")
    {
        Description = "Also stop when the standard input ends, so that the node never outlives the program that started it.",
    };

    public ServeCommand(Shell shell)
        : base("serve", "Run one node. Prints one line when it takes requests; stops gracefully on SIGTERM or Ctrl-C.")
    {
        Add(configuration);
        Add(untilInputEnds);
        this.Does(shell, ServeAsync);
    }

    private async Task<ExitCode> ServeAsync(ParseResult asked, Conversation talk, CancellationToken cancellation)
    {
        var options = NodeConfigurationFile.Read(asked.GetRequiredValue(configuration).FullName);
        await using var node = NodeHost.Build(options, builder => LogToErrorOutput(builder.Logging));
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (asked.GetValue(untilInputEnds)) _ = InputEnd.StopAsync(stopping);
        await node.StartAsync(cancellation);
        TellReady(talk, node);
        await node.WaitForShutdownAsync(stopping.Token);
        talk.Say("Stopped.", "停止しました。");
        return ExitCode.Done;
    }

    private static void TellReady(Conversation talk, NodeHost node)
    {
        using var own = Process.GetCurrentProcess();
        var after = talk.Shell.Time.GetLocalNow().DateTime - own.StartTime;
        var ready = new NodeReadiness(node.Settings.Party.Code, node.Urls[0], (long)after.TotalMilliseconds);
        if (talk.IsJson) talk.Shell.Output.WriteLine(ready.ToLine());
        var seconds = after.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        talk.Say(
            $"{ready.Party} is ready at {ready.Url} after {seconds} s. Tokens: {node.Settings.DataDirectory}",
            $"{ready.Party} は {seconds} 秒で準備できました：{ready.Url}　トークン：{node.Settings.DataDirectory}");
    }

    // The standard output says one thing only: that the node is ready.
    private static void LogToErrorOutput(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(format =>
        {
            format.SingleLine = true;
            format.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ ";
            format.UseUtcTimestamp = true;
            format.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
