using System.Globalization;
using System.Text.Json.Serialization;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;

namespace JcmInterop.Messages.Json;

/// <summary>The one written form of every value type, on the wire and in the journal.</summary>
internal static class WireConverters
{
    public static IReadOnlyList<JsonConverter> All { get; } =
    [
        Text("a Party code such as JPN", "^[A-Z]{3}$", t => PartyCode.IsValid(t), t => new PartyCode(t), v => v.Code),
        new TextConverter<BilateralRegistryId>(
            "a bilateral registry such as JPN-THA, in canonical order", "^[A-Z]{3}-[A-Z]{3}$", t => (BilateralRegistryId.TryParse(t, out var v), v), v => v == default ? "" : v.ToString()),
        Text("a cooperative approach id such as CA0001", "^CA[0-9]{4}$", t => CooperativeApproachId.IsValid(t), t => new CooperativeApproachId(t), v => v.ToString()),
        Text("a Party ITMO registry id such as JPN01", "^[A-Z]{3}[0-9]{2}$", t => PartyRegistryId.IsValid(t), t => new PartyRegistryId(t), v => v.ToString()),
        new TextConverter<ItmoId>(
            "an ITMO identifier such as CA0001-IDN01-IDN-12345678-2024",
            "^CA[0-9]{4}-[A-Z]{3}[0-9]{2}-[A-Z]{3}-[1-9][0-9]{0,18}-[0-9]{4}$",
            t => (ItmoId.TryParse(t, out var v) && v!.ToString() == t, v!),
            v => v.ToString()),
        new TextConverter<AccountNumber>(
            "an account number with its check digits such as JPN-1-76",
            "^[A-Z]{3}-[1-9][0-9]{0,11}-[0-9]{2}$",
            t => (AccountNumber.TryParse(t, out var v), v),
            v => v == default ? "" : v.ToString()),
        Text(
            "an authorization id: 1 to 64 letters, digits, spaces, hyphens, slashes and full stops",
            "^[0-9A-Za-z./-](?:[0-9A-Za-z ./-]{0,62}[0-9A-Za-z./-])?$",
            t => AuthorizationId.IsValid(t),
            t => new AuthorizationId(t),
            v => v.ToString()),
        Text(
            "a decision id: 1 to 64 letters, digits, hyphens, slashes and full stops", "^[0-9A-Za-z./-]{1,64}$", t => DecisionId.IsValid(t), t => new DecisionId(t), v => v.ToString()),
        new TextConverter<TransferId>(
            "a transfer id: a UUID in lower case", "^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$", t => (TransferId.TryParse(t, out var v), v), v => v.ToString(),
            (v, text) => v.Value.TryFormat(text, out var length, "D") ? length : throw TooLong<TransferId>()),
        Text("a JCM project reference such as TH014", "^[A-Z]{2}[0-9]{3}$", t => ProjectReference.IsValid(t), t => new ProjectReference(t), v => v.ToString()),
        new TextConverter<Digest>("a SHA-256 hash in base64url", "^[0-9A-Za-z_-]{42}[AEIMQUYcgkosw048]$", t => (Digest.TryParse(t, out var v), v), v => v.ToBase64Url()),
        new TextConverter<DateTimeOffset>(
            "an instant in UTC with milliseconds such as 2026-01-02T03:04:05.678Z",
            "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3])(?::[0-5][0-9]){2}\\.[0-9]{3}Z$",
            t => (WireInstant.TryParse(t, out var v), v),
            WireInstant.Format,
            (v, text) => WireInstant.Format(v, text)),
        new TextConverter<DateOnly>(
            "a date such as 2026-01-02",
            "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$",
            t => (DateOnly.TryParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var v), v),
            v => v.ToString("O", CultureInfo.InvariantCulture),
            (v, text) => v.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture) ? length : throw TooLong<DateOnly>()),
        new NumberConverter<Vintage>("a vintage", 1990, 2100, n => new Vintage((int)n), v => v.Year),
        new NumberConverter<UnitQuantity>("a quantity in whole tonnes of CO2 equivalent", 0, UnitQuantity.TonnesMax, n => new UnitQuantity(n), v => v.Tonnes),
        new SerialRangeConverter(),
        new EnumNames(),
    ];

    /// <summary>The serial of an ITMO: a plain number in the domain, with the bounds of every serial on the wire, so that no sum of them overflows.</summary>
    public static JsonConverter<long> ItmoSerial { get; } = new NumberConverter<long>("an ITMO serial", 1, SerialRange.NumberMax, number => number, number => number);

    /// <summary>Any other number of a body: one that every JSON reader can hold exactly.</summary>
    public static JsonConverter<long> ExactNumber { get; } =
        new NumberConverter<long>("a whole number that JSON can hold exactly", -PartnerEnvelope.SequenceMax, PartnerEnvelope.SequenceMax, number => number, number => number);

    private static InvalidOperationException TooLong<T>() => new($"The text of a {typeof(T).Name} is longer than it can be.");

    private static TextConverter<T> Text<T>(string what, string pattern, Predicate<string> isValid, Func<string, T> create, Func<T, string> format)
        where T : struct => new(what, pattern, text => isValid(text) ? (true, create(text)) : default, format);
}
