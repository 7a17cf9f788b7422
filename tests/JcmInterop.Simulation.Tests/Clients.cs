using JcmInterop.Domain.Ledger;
using JcmInterop.Grains.Registries;
using JcmInterop.Messages.Json;

namespace JcmInterop.Simulation.Tests;

/// <summary>Those who ask one node for something: they keep what they asked, ask again when unsure, and compare the answers.</summary>
/// <param name="alarms">Where it is told what must not be.</param>
/// <param name="name">What sets their keys apart from those of others who asked before.</param>
internal sealed class Clients(List<string> alarms, string name)
{
    private readonly List<CommandRequest> asked = [];
    private readonly Dictionary<string, byte[]> answers = new(StringComparer.Ordinal);
    private readonly List<(CommandRequest Request, CommandWork Work)> open = [];

    /// <summary>How often the same answer came again.</summary>
    public int Repetitions { get; private set; }

    /// <summary>How often a dry run was followed by the real one.</summary>
    public int Trials { get; private set; }

    public IEnumerable<CommandWork> Ask(LedgerCommand command, bool isTriedFirst)
    {
        var request = new CommandRequest(WireJson.Write(command), $"{name}-{asked.Count}", "tester", "Operator", "request", IsDryRun: false);
        asked.Add(request);
        if (isTriedFirst) yield return Open(request with { IsDryRun = true, IdempotencyKey = $"{name}-try-{asked.Count}" });
        yield return Open(request);
    }

    public CommandWork? AskAgain(int choice) => asked.Count == 0 ? null : Open(asked[choice % asked.Count]);

    /// <summary>Laws 9 and, for commands, 4: a dry run answers as the real run does, and a repetition as the first time.</summary>
    public void Compare()
    {
        CommandReply? tried = null;
        foreach (var (request, work) in open)
        {
            var reply = work.Reply.Result;
            if (reply.Kind == CommandReplyKind.Malformed) alarms.Add($"A command cannot be read: {reply.Problem!.English}");
            if (tried is not null)
            {
                Trials++;
                if (reply.Kind != tried.Kind || !reply.Answer.AsSpan().SequenceEqual(tried.Answer)) alarms.Add("Law 9: the real run answered otherwise than the dry run.");
            }

            tried = request.IsDryRun ? reply : null;
            if (!request.IsDryRun && reply.Kind is CommandReplyKind.Accepted or CommandReplyKind.Refused) Keep(request.IdempotencyKey, reply.Answer);
        }

        open.Clear();
    }

    public void Drop() => open.Clear();

    private void Keep(string key, byte[] answer)
    {
        if (answers.TryAdd(key, answer)) return;
        Repetitions++;
        if (!answer.AsSpan().SequenceEqual(answers[key])) alarms.Add($"The request {key} got another answer than the first time.");
    }

    private CommandWork Open(CommandRequest request)
    {
        var work = new CommandWork(request, CommandText.Read(request, out var malformed) ?? throw new InvalidOperationException(malformed!.English));
        open.Add((request, work));
        return work;
    }
}
