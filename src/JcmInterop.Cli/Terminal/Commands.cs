using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net.Sockets;
using JcmInterop.Server.Configuration;
using JcmInterop.Storage.Journal;
using JcmInterop.Storage.Troubles;

namespace JcmInterop.Cli.Terminal;

/// <summary>What all commands share: their two common options, and how their failures become exit codes.</summary>
internal static class Commands
{
    private const string JsonName = "--json";
    private const string LanguageName = "--lang";
    private const string Japanese = "ja";
    private const string English = "en";

    /// <summary>The option that turns every result into one JSON document.</summary>
    public static Option<bool> Json() => new(JsonName) { Description = "Print one JSON document instead of sentences and tables.", Recursive = true };

    /// <summary>The option for the language of sentences.</summary>
    public static Option<string> LanguageOption()
    {
        var option = new Option<string>(LanguageName)
        {
            Description = "Language of the output: en or ja (日本語).", DefaultValueFactory = _ => English, Recursive = true,
        };
        option.AcceptOnlyFromAmong(English, Japanese);
        return option;
    }

    /// <summary>How the person or program who asked is spoken to.</summary>
    public static Conversation Talk(ParseResult asked, Shell shell) => new(
        shell,
        asked.GetResult(LanguageName) is OptionResult { Tokens: [{ Value: Japanese }] } ? Language.Japanese : Language.English,
        asked.GetResult(JsonName) is OptionResult { Implicit: false });

    /// <summary>Lets a command do its act.</summary>
    public static Command Does(this Command command, Shell shell, CommandAct act)
    {
        command.SetAction(async (asked, cancellation) => (int)await DoAsync(Talk(asked, shell), talk => act(asked, talk, cancellation), cancellation));
        return command;
    }

    private static async Task<ExitCode> DoAsync(Conversation talk, Func<Conversation, Task<ExitCode>> act, CancellationToken cancellation)
    {
        try
        {
            return await act(talk);
        }
        catch (InputFault e)
        {
            return talk.Fail(ExitCode.BadInput, e.Message, e.Japanese);
        }
        catch (OutsideTrouble e)
        {
            return talk.Fail(ExitCode.Trouble, e.Message, e.Japanese);
        }
        catch (NodeStartException e)
        {
            // What the configuration says can be corrected there; anything else is in the way from outside.
            var isOutside = e.InnerException is StoreUnavailableException or SocketException or (IOException and not (FileNotFoundException or DirectoryNotFoundException));
            var code = isOutside ? ExitCode.Trouble : ExitCode.BadInput;
            return talk.Fail(code, e.Message, $"{e.Japanese}（{e.Place}）{e.RemedyJapanese}");
        }
        catch (StoreUnavailableException e)
        {
            return talk.Fail(ExitCode.Trouble, e.Message, $"{e.Trouble.Place}：{e.Trouble.Japanese}{e.Trouble.RemedyJapanese}");
        }
        catch (JournalForkedException e)
        {
            return talk.Fail(ExitCode.Trouble, e.Message, $"別のプロセスが同じ台帳に書き込みました：{e.Message}");
        }
        catch (HttpRequestException e)
        {
            return talk.Fail(ExitCode.Trouble, $"The node does not answer: {e.Message}", $"ノードが応答しません：{e.Message}");
        }
        catch (SocketException e)
        {
            return talk.Fail(ExitCode.Trouble, $"The network failed: {e.Message}", $"ネットワークの障害です：{e.Message}");
        }
        catch (IOException e)
        {
            return talk.Fail(ExitCode.Trouble, e.Message, $"入出力の障害です：{e.Message}");
        }
        catch (UnauthorizedAccessException e)
        {
            return talk.Fail(ExitCode.Trouble, e.Message, $"権限がありません：{e.Message}");
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return talk.Fail(ExitCode.Interrupted, "Stopped before the end.", "途中で停止しました。");
        }
    }
}
