using System.CommandLine;
using System.Text.Json;
using JcmInterop.Cli.Operators;
using JcmInterop.Cli.Terminal;
using JcmInterop.Grains.Adjustments;

namespace JcmInterop.Cli.Adjustments;

/// <summary><c>jcm adjustments</c>: the corresponding adjustments of a Party from the journals of its running node, as of any days, opened and compared.</summary>
internal static class AdjustmentsCommand
{
    private const string Path = "operator/v1/adjustments";

    public static Command Create(Shell shell) => new("adjustments", "Corresponding adjustments from the journals of a running node: compute, open a figure, compare two days, suppose.")
    {
        Show(shell), Open(shell), Compare(shell), Suppose(shell),
    };

    private static Command Show(Shell shell)
    {
        var (access, question) = (new NodeAccess(), new AdjustmentQuestion());
        return question.AddDates(Make(access, question, "show", "Every year of the NDC period: first transferred, used, net, corresponding adjustment and balance."))
            .Does(shell, (asked, talk, cancellation) => AskAsync(access, asked, talk, $"{Path}{question.Query(asked)}", CalculationTable.Tell, cancellation));
    }

    private static Command Open(Shell shell)
    {
        var (access, question) = (new NodeAccess(), new AdjustmentQuestion());
        return question.AddFigure(question.AddDates(Make(access, question, "open", "One figure with every block, transfer and message behind it.")))
            .Does(shell, (asked, talk, cancellation) => AskAsync(access, asked, talk, $"{Path}/opening{question.Query(asked)}", RecordTable.TellOpening, cancellation));
    }

    private static Command Compare(Shell shell)
    {
        var (access, question) = (new NodeAccess(), new AdjustmentQuestion());
        return question.AddTwoDates(Make(access, question, "compare", "What changed between two pairs of days, year by year, with the records that made the change."))
            .Does(shell, (asked, talk, cancellation) => AskAsync(access, asked, talk, $"{Path}/difference{question.Query(asked)}", DifferenceTable.Tell, cancellation));
    }

    private static Command Suppose(Shell shell)
    {
        var (access, question) = (new NodeAccess(), new AdjustmentQuestion());
        var file = new Argument<FileInfo>("FILE") { Description = "Supposed records: {\"firstTransfers\":[{\"vintage\":2026,\"quantity\":1000,\"purpose\":\"ndc\",\"on\":\"2027-03-01\"}],\"uses\":[]}." };
        var command = question.AddDates(Make(access, question, "suppose", "What would change if some first transfers or uses happened. Nothing is recorded."));
        command.Add(file);
        return command.Does(shell, async (asked, talk, cancellation) =>
        {
            var supposed = Read(asked.GetRequiredValue(file));
            using var client = access.Client(asked);
            return Told(talk, await client.AskAsync($"{Path}/supposition{question.Query(asked)}", supposed, cancellation), DifferenceTable.Tell);
        });
    }

    private static Command Make(NodeAccess access, AdjustmentQuestion question, string name, string description) => question.AddTo(access.AddNodeTo(new Command(name, description)));

    private static byte[] Read(FileInfo file)
    {
        if (!file.Exists) throw new InputFault($"There is no file {file}.", $"ファイル {file} がありません。");
        return file.Length <= SupposedRecords.BytesMax
            ? File.ReadAllBytes(file.FullName)
            : throw new InputFault($"{file} has {file.Length} bytes; at most {SupposedRecords.BytesMax} are read.", $"{file} は {file.Length} バイトあります。上限は {SupposedRecords.BytesMax} バイトです。");
    }

    private static async Task<ExitCode> AskAsync(NodeAccess access, ParseResult asked, Conversation talk, string path, Action<JsonElement, Conversation> tell, CancellationToken cancellation)
    {
        using var client = access.Client(asked);
        return await client.FindAsync(path, cancellation) is { } answer
            ? Told(talk, answer, tell)
            : throw new InputFault("This node does not answer questions about corresponding adjustments; it is older than this command.", "このノードは相当調整の照会に対応していません。ノードがこのコマンドより古い版です。");
    }

    private static ExitCode Told(Conversation talk, JsonElement answer, Action<JsonElement, Conversation> tell)
    {
        talk.Give(answer);
        if (!talk.IsJson) tell(answer, talk);
        return ExitCode.Done;
    }
}
