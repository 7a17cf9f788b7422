using JcmInterop.Domain.Parties;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>A row of table 2 with the Party whose file it is in.</summary>
/// <param name="Party">The authorizing Party.</param>
/// <param name="Record">The row.</param>
internal sealed record AefAuthorization(PartyCode Party, AefRecord Record)
{
    public IReadOnlyList<string> Parties => Parts("AuthorizedPartyIDs");

    public IReadOnlyList<string> Entities => Parts("AuthorizedEntityIDs");

    public string Purpose => Record["PurposeForAuthorization"].ToString();

    public bool CoversNdc => Purpose.StartsWith("NDC", StringComparison.Ordinal);

    public bool CoversOimp => Purpose != "NDC";

    public bool Names(PartyCode party) => party == Party || Parties.Contains(party.Code, StringComparer.Ordinal);

    public HashSet<string> Set(string technicalName) => [.. Parts(technicalName)];

    private string[] Parts(string technicalName) =>
        Record.Text(technicalName)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
