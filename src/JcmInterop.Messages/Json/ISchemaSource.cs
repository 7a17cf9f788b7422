using System.Text.Json.Nodes;

namespace JcmInterop.Messages.Json;

/// <summary>A converter that says what it accepts, so that the published schemas say the same.</summary>
internal interface ISchemaSource
{
    /// <summary>The JSON Schema of the values; a new one each time.</summary>
    JsonObject Schema();
}
