using System.CommandLine;
using System.Text.Json;
using JcmInterop.Cli.Operators;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Partners;

namespace JcmInterop.Cli.Keys;

/// <summary>The parts of <c>jcm keys</c> that speak to a running node: list, rotate, withdraw, pin and end keys without a restart.</summary>
internal static class NodeKeysCommands
{
    public static IEnumerable<Command> All(Shell shell) => [List(shell), Rotate(shell), Withdraw(shell), Pin(shell), End(shell)];

    private static Command List(Shell shell)
    {
        var access = new NodeAccess();
        return access.AddTo(new Command("list", "List the keys of both sides with their dates, and which of them this node signs with now.")).Does(shell, async (asked, talk, cancellation) =>
        {
            using var client = access.Client(asked);
            var answer = await client.FindAsync($"operator/v1/registries/{access.Registry(asked)}/keys", cancellation);
            if (answer is not { } keys) throw new InputFault("The node has no such registry.", "ノードにこの登録簿がありません。");
            talk.Give(keys);
            foreach (var key in keys.GetProperty("items").EnumerateArray())
                talk.Say($"{Text(key, "party")}  {Text(key, "keyId")}  {Text(key, "validFrom")} - {Text(key, "validTo")}  {Text(key, "endReason")}{(key.GetProperty("signsNow").GetBoolean() ? "  *" : "")}");
            return ExitCode.Done;
        });
    }

    private static Command Rotate(Shell shell)
    {
        var access = new NodeAccess();
        return access.AddTo(new Command("rotate", "Let the node make a new key and introduce it to the partner; it signs once the partner trusts it. The old key goes on being valid.")).Does(
            shell, async (asked, talk, cancellation) =>
            {
                using var client = access.Client(asked);
                return Tell(talk, await client.RotateKeyAsync(access.Registry(asked), cancellation));
            });
    }

    private static Command Withdraw(Shell shell)
    {
        var keyId = new Argument<string>("key-id") { Description = "The key of this side that ends now." };
        var reason = Reason();
        return Acting(shell, new Command("withdraw", "Withdraw a key of this side; another key must be trusted by the partner.") { keyId, reason },
            asked => new WithdrawKey(asked.GetRequiredValue(keyId), null, asked.GetValue(reason)));
    }

    private static Command Pin(Shell shell)
    {
        var file = new Argument<FileInfo>("file") { Description = "Key set file of the partner with one key, whose id was compared with the partner on another way." };
        return Acting(shell, new Command("pin", "Pin a key of the partner by hand, for example after it lost its key.") { file }, asked =>
        {
            var keys = KeySetFiles.Read([asked.GetRequiredValue(file)]).Rings.SelectMany(ring => ring.Keys).ToList();
            return keys is [var only]
                ? new PinPartnerKey(only.Key.KeyId, only.Key.PublicJwk, null, only.ValidTo)
                : throw new InputFault($"The file has {keys.Count} keys; give a file with the one key to pin.", $"ファイルに鍵が {keys.Count} 個あります。登録する鍵一つだけのファイルを指定してください。");
        });
    }

    private static Command End(Shell shell)
    {
        var keyId = new Argument<string>("key-id") { Description = "The key of the partner that is trusted no longer from now on." };
        var reason = Reason();
        return Acting(shell, new Command("end", "End the trust in a key of the partner by hand; another key of it must be pinned.") { keyId, reason },
            asked => new EndPartnerKey(asked.GetRequiredValue(keyId), null, asked.GetValue(reason)));
    }

    private static Option<KeyEndReason> Reason() => new("--reason") { Description = "Superseded, Lost or Compromised.", DefaultValueFactory = _ => KeyEndReason.Superseded };

    private static Command Acting(Shell shell, Command command, Func<ParseResult, LedgerCommand> compose)
    {
        var access = new NodeAccess();
        return access.AddTo(command).Does(shell, async (asked, talk, cancellation) =>
        {
            var act = compose(asked);
            using var client = access.Client(asked);
            // A key of its own for each time: what was refused may be allowed once another act has come before it.
            var key = Guid.CreateVersion7(shell.Time.GetUtcNow()).ToString();
            return Tell(talk, await client.ExecuteAsync(access.Registry(asked), act, key, isDryRun: false, cancellation));
        });
    }

    private static ExitCode Tell(Conversation talk, OperatorAnswer answer)
    {
        talk.Give(answer.Body);
        if (answer is CommandRefused refused)
        {
            talk.Say($"{refused.Rule} {refused.English} {refused.RemedyEnglish}", $"{refused.Rule} {refused.Japanese}{refused.RemedyJapanese}");
            return ExitCode.Finding;
        }

        talk.Say($"Done: {Text(answer.Body, "command")}.", $"完了しました：{Text(answer.Body, "command")}。");
        return ExitCode.Done;
    }

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
