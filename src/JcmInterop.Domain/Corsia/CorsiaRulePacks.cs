using System.Text.Json;
using System.Text.Json.Serialization;

namespace JcmInterop.Domain.Corsia;

/// <summary>The rule packs that come with the product, and the reader of packs from elsewhere.</summary>
public static class CorsiaRulePacks
{
    /// <summary>Largest pack read, in bytes.</summary>
    public const int BytesMax = 1 << 20;

    // Members left out keep their initial values, which generated code would not do for init-only members.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The pack for the edition of April 2026.</summary>
    public static CorsiaRulePack April2026 { get; } = Embedded("corsia-2026-04.json");

    /// <summary>Reads a pack.</summary>
    /// <exception cref="FormatException">The text is not a rule pack; the message names the place.</exception>
    public static CorsiaRulePack Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > BytesMax) throw new FormatException($"A CORSIA rule pack has at most {BytesMax} bytes.");
        try
        {
            var pack = JsonSerializer.Deserialize<CorsiaRulePack>(utf8, Options) ?? throw new FormatException("The CORSIA rule pack is null.");
            foreach (var period in Enum.GetValues<CompliancePeriod>())
            {
                if (pack.Periods.Count(w => w.Period == period) != 1) throw new FormatException($"The CORSIA rule pack must have period {period} exactly once.");
            }

            return pack;
        }
        catch (JsonException fault)
        {
            throw new FormatException($"The CORSIA rule pack is malformed at {fault.Path}, line {fault.LineNumber + 1}: {fault.Message}", fault);
        }
    }

    private static CorsiaRulePack Embedded(string name)
    {
        using var stream = typeof(CorsiaRulePacks).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"Rule pack {name} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Read(bytes);
    }
}
