using System.Text.Json;

namespace JcmInterop.Cli.Operators;

/// <summary>What a node answered to a command: the same bytes for every repetition under the same idempotency key.</summary>
/// <param name="Body">The answer as the node wrote it.</param>
internal abstract record OperatorAnswer(JsonElement Body);

/// <summary>The command was carried out, or would have been in a dry run.</summary>
internal sealed record CommandAccepted(JsonElement Body) : OperatorAnswer(Body);

/// <summary>A rule of the ledger refused the command; nothing changed.</summary>
internal sealed record CommandRefused(JsonElement Body) : OperatorAnswer(Body)
{
    public int Rule => Body.GetProperty("rule").GetInt32();

    public string English => Text("english");

    public string Japanese => Text("japanese");

    public string RemedyEnglish => Text("remedyEnglish");

    public string RemedyJapanese => Text("remedyJapanese");

    public string Citation => Text("citation");

    private string Text(string name) => Body.GetProperty(name).GetString() ?? "";
}
