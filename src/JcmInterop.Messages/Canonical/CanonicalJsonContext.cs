using System.Text.Json;
using System.Text.Json.Serialization;

namespace JcmInterop.Messages.Canonical;

[JsonSerializable(typeof(JsonElement))]
internal sealed partial class CanonicalJsonContext : JsonSerializerContext;
