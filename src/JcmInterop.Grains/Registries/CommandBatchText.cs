using System.Text.Json;
using JcmInterop.Domain.Ledger;
using JcmInterop.Grains.Problems;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Json;

namespace JcmInterop.Grains.Registries;

/// <summary>Reads a batch of commands: <c>{"commands":[…]}</c>.</summary>
internal static class CommandBatchText
{
    /// <summary>Most commands of one batch; as many transfers as one message carries.</summary>
    public const int CommandsMax = 1_000;

    private const string Member = "commands";

    /// <summary>The commands in their order, or what is wrong with the text: one command that cannot be read makes the whole batch unreadable.</summary>
    public static IReadOnlyList<LedgerCommand>? Read(ReadOnlySpan<byte> body, out Problem? malformed)
    {
        malformed = null;
        var commands = new List<LedgerCommand>();
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = JsonBounds.WireDepthMax });
            if (!IsOpening(ref reader)) return Malformed(body, 0, "", $"The text is not an object whose one member is '{Member}', an array.", out malformed);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var place = $"/{Member}/{commands.Count}";
                var start = (int)reader.TokenStartIndex;
                if (commands.Count == CommandsMax) return Malformed(body, start, place, $"The batch has more than {CommandsMax} commands.", out malformed);
                reader.Skip();
                var text = body[start..(int)reader.BytesConsumed];
                if (!WireJson.TryRead<LedgerCommand>(text, JsonBounds.Wire, out var command, out var fault))
                {
                    var (line, column) = Position(body, start);
                    var columns = fault!.Line == 1 ? column + fault.Column - 1 : fault.Column;
                    malformed = NodeProblems.Malformed(fault with { Pointer = place + fault.Pointer, Line = line + fault.Line - 1, Column = columns });
                    return null;
                }

                commands.Add(command!);
            }

            if (!reader.Read() || reader.TokenType != JsonTokenType.EndObject || reader.Read())
                return Malformed(body, (int)reader.TokenStartIndex, "", $"The text goes on after '{Member}'.", out malformed);
        }
        catch (JsonException error)
        {
            malformed = NodeProblems.Malformed(new JsonFault("", (error.LineNumber ?? 0) + 1, (error.BytePositionInLine ?? 0) + 1, "The text is not JSON."));
            return null;
        }

        return commands.Count > 0 ? commands : Malformed(body, 0, $"/{Member}", "The batch is empty.", out malformed);
    }

    private static bool IsOpening(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.StartObject
        && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(Member)
        && reader.Read() && reader.TokenType == JsonTokenType.StartArray;

    private static List<LedgerCommand>? Malformed(ReadOnlySpan<byte> body, int at, string pointer, string sentence, out Problem malformed)
    {
        var (line, column) = Position(body, at);
        malformed = NodeProblems.Malformed(new JsonFault(pointer, line, column, sentence));
        return null;
    }

    private static (int Line, int Column) Position(ReadOnlySpan<byte> body, int at)
    {
        var before = body[..Math.Min(at, body.Length)];
        return (before.Count((byte)'\n') + 1, at - (before.LastIndexOf((byte)'\n') + 1) + 1);
    }
}
