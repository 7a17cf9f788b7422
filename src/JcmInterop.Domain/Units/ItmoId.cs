using System.Globalization;
using System.Text.RegularExpressions;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Domain.Units;

/// <summary>The unique identifier of one internationally transferred mitigation outcome, for example <c>CA0001-IDN01-IDN-12345678-2024</c>.</summary>
/// <remarks>Elements in the order of decision 6/CMA.4 annex I, paragraph 5: cooperative approach, originating Party registry, first
/// transferring Party, serial number, vintage. The written form is the one a public checker of the agreed electronic format expects;
/// it stays unchanged for the life of the unit (paragraph 33).</remarks>
public sealed partial record ItmoId(
    CooperativeApproachId CooperativeApproach, PartyRegistryId OriginatingRegistry, PartyCode FirstTransferringParty, long Serial, Vintage Vintage)
{
    /// <summary>Reads the written form; thousands commas in the serial are tolerated and dropped.</summary>
    public static bool TryParse(string? text, out ItmoId? id)
    {
        id = null;
        if (text is null || text.Length > 64) return false;
        var match = Form().Match(text);
        if (!match.Success) return false;
        if (!long.TryParse(match.Groups["serial"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var serial)) return false;
        var year = int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        if (!Vintage.IsValid(year)) return false;
        id = new ItmoId(
            new CooperativeApproachId(match.Groups["ca"].Value),
            new PartyRegistryId(match.Groups["registry"].Value),
            new PartyCode(match.Groups["party"].Value),
            serial,
            new Vintage(year));
        return true;
    }

    /// <summary>The written form, without thousands separators.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{CooperativeApproach}-{OriginatingRegistry}-{FirstTransferringParty}-{Serial}-{Vintage}");

    [GeneratedRegex(
        @"^(?<ca>CA[0-9]{4})-(?<registry>[A-Z]{3}[0-9]{2})-(?<party>[A-Z]{3})-(?<serial>[1-9][0-9]{0,2}(?:[0-9]*|(?:,[0-9]{3})*))-(?<year>[0-9]{4})\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
