using System.Text.Json;
using System.Text.Json.Nodes;
using JcmInterop.Conformance.Exchange;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;

namespace JcmInterop.Conformance;

/// <summary>Where the two directions stand after a run, so that the same endpoint can be tested again.</summary>
/// <param name="Outgoing">The direction from the kit to the endpoint.</param>
/// <param name="Incoming">The direction from the endpoint to the kit.</param>
/// <param name="LogRows">Number of rows of the kit's invented log in the checkpoint that the endpoint cosigned last; 0 where there is none.</param>
public sealed record ConformanceChain(DirectionHead Outgoing, DirectionHead Incoming, long LogRows = 0)
{
    /// <summary>The chain of an endpoint that has not exchanged a message in this registry.</summary>
    public static ConformanceChain Fresh { get; } = new(DirectionHead.None, DirectionHead.None);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static ConformanceChain Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var read = JsonElement.Parse(json);
            return new ConformanceChain(Head(read.GetProperty("outgoing")), Head(read.GetProperty("incoming")), Rows(read));
        }
        catch (JsonException error)
        {
            throw Foreign(error);
        }
        catch (KeyNotFoundException error)
        {
            throw Foreign(error);
        }
        catch (InvalidOperationException error)
        {
            throw Foreign(error);
        }
    }

    /// <summary>The chain as UTF-8 JSON.</summary>
    public byte[] ToJson() => DraftText.Canonical(new JsonObject { ["outgoing"] = Json(Outgoing), ["incoming"] = Json(Incoming), ["logRows"] = LogRows });

    private static FormatException Foreign(Exception cause) => new($"The text does not say where two chains stand: {cause.Message}", cause);

    private static long Rows(JsonElement json) =>
        !json.TryGetProperty("logRows", out var value) ? 0
        : value.TryGetInt64(out var rows) && rows is >= 0 and <= KitLog.RowsMax ? rows
        : throw new FormatException("The text does not say how long the log of the kit is.");

    private static JsonObject Json(DirectionHead head) => new()
    {
        ["sequence"] = head.Sequence, ["hash"] = head.Hash.ToBase64Url(), ["sentAt"] = WireInstant.Format(head.SentAt),
    };

    private static DirectionHead Head(JsonElement json) =>
        Digest.TryParse(json.GetProperty("hash").GetString(), out var hash)
        && WireInstant.TryParse(json.GetProperty("sentAt").GetString(), out var sentAt)
        && json.GetProperty("sequence").TryGetInt64(out var sequence)
            ? new DirectionHead(sequence, hash, sentAt)
            : throw new FormatException("The text does not say where a chain stands.");
}
