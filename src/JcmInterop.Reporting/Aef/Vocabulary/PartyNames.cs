using System.Collections.Frozen;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Reporting.Aef.Vocabulary;

/// <summary>Names of Parties for files that ask for names; codes stay the key of every total.</summary>
/// <remarks>Short English names of Japan and the JCM partner countries; the official spelling of the common nomenclature was not available and should be checked before filing.</remarks>
public static class PartyNames
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["JPN"] = "Japan", ["MNG"] = "Mongolia", ["BGD"] = "Bangladesh", ["ETH"] = "Ethiopia", ["KEN"] = "Kenya", ["MDV"] = "Maldives", ["VNM"] = "Viet Nam",
        ["LAO"] = "Lao People's Democratic Republic", ["IDN"] = "Indonesia", ["CRI"] = "Costa Rica", ["PLW"] = "Palau", ["KHM"] = "Cambodia", ["MEX"] = "Mexico",
        ["SAU"] = "Saudi Arabia", ["CHL"] = "Chile", ["MMR"] = "Myanmar", ["THA"] = "Thailand", ["PHL"] = "Philippines", ["SEN"] = "Senegal", ["TUN"] = "Tunisia",
        ["AZE"] = "Azerbaijan", ["MDA"] = "Republic of Moldova", ["GEO"] = "Georgia", ["LKA"] = "Sri Lanka", ["UZB"] = "Uzbekistan", ["PNG"] = "Papua New Guinea",
        ["ARE"] = "United Arab Emirates", ["KGZ"] = "Kyrgyzstan", ["KAZ"] = "Kazakhstan", ["UKR"] = "Ukraine", ["TZA"] = "United Republic of Tanzania", ["IND"] = "India",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Codes = Names.ToFrozenDictionary(n => n.Value, n => n.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of a Party, or its code where no name is known.</summary>
    public static string NameOf(PartyCode party) => Names.GetValueOrDefault(party.Code, party.Code);

    /// <summary>The Party a text names by code or by name, or nothing.</summary>
    public static PartyCode? Find(string text) =>
        PartyCode.IsValid(text) ? new PartyCode(text) : Codes.TryGetValue(text, out var code) ? new PartyCode(code) : null;
}
