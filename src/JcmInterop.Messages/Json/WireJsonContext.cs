using System.Text.Json;
using System.Text.Json.Serialization;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;

namespace JcmInterop.Messages.Json;

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PartnerMessage))]
[JsonSerializable(typeof(LedgerEvent))]
[JsonSerializable(typeof(LedgerCommand))]
[JsonSerializable(typeof(LedgerItem))]
[JsonSerializable(typeof(Refusal))]
internal sealed partial class WireJsonContext : JsonSerializerContext;
