using System.Text.Json;
using System.Text.Json.Serialization;
using JcmInterop.Server.Operators;
using JcmInterop.Server.Partners;

namespace JcmInterop.Server.Hosting;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PartnerTime))]
[JsonSerializable(typeof(PartnerHeads))]
[JsonSerializable(typeof(TokenFile))]
internal sealed partial class HttpJsonContext : JsonSerializerContext;
