using System.Text.Json;

namespace JcmInterop.Cli.Serving;

/// <summary>The one line by which a node tells that it takes requests.</summary>
/// <param name="Party">The Party of the node.</param>
/// <param name="Url">Its address.</param>
/// <param name="ReadyAfterMilliseconds">Time from the start of the process.</param>
internal sealed record NodeReadiness(string Party, Uri Url, long ReadyAfterMilliseconds)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    /// <summary>Writes the line.</summary>
    public string ToLine() => JsonSerializer.Serialize(this, Form);

    /// <summary>Reads a line; nothing where it says something else.</summary>
    public static NodeReadiness? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<NodeReadiness>(line, Form);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
