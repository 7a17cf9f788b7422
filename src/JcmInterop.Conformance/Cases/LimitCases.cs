using System.Text.Json.Nodes;
using JcmInterop.Conformance.Exchange;

namespace JcmInterop.Conformance.Cases;

/// <summary>Section 9: the limits, at their edge and just beyond.</summary>
internal static class LimitCases
{
    private const int TransfersMax = 1_000;
    private const int TextMax = 1_000;
    private const int AffixMax = 96;
    private const string SerialBeyond = "1000000000000";

    public static IEnumerable<ConformanceCase> All =>
    [
        ConformanceCase.Recorded("text-longest", "9.13", $"a test message of {TextMax} characters", side => side.NextTest(new string('x', TextMax))),
        ConformanceCase.Refused("text-too-long", "9.13", $"a test message of {TextMax + 1} characters", side => side.NextTest(new string('x', TextMax + 1))),
        ConformanceCase.Recorded("transfers-most", "9.3", $"a proposal of {TransfersMax} transfers", side => Proposal(side, TransfersMax)),
        ConformanceCase.Refused("transfers-too-many", "9.3", $"a proposal of {TransfersMax + 1} transfers", side => Proposal(side, TransfersMax + 1)),
        ConformanceCase.Refused("transfers-none", "9.3", "a proposal of no transfer", side => Proposal(side, 0)),
        ConformanceCase.Refused("affix-too-long", "9.9", $"a proposal of serials whose prefix has {AffixMax + 1} characters", side => Serials(side, "prefix", new string('X', AffixMax + 1))),
        ConformanceCase.Refused("serial-too-high", "9.10", "a proposal with the serial number 1,000,000,000,000", side => Serials(side, "final", JsonNode.Parse(SerialBeyond)!)),
        ConformanceCase.Refused("serial-range-backwards", "4.15", "a proposal of serials whose final is below their first", side => Serials(side, "first", 11)),
        ConformanceCase.Refused("account-check-digits", "4.16", "a proposal from an account with wrong check digits", side => Changed(side, offer => offer["transferringAccount"] = WrongDigits($"{offer["transferringAccount"]}"))),
        ConformanceCase.Refused("date-with-slashes", "4.13", "a proposal whose day of offer is written with slashes", side => Changed(side, offer => offer["offeredOn"] = "2026/01/02")),
        ConformanceCase.Refused("member-absent", "4.17", "a proposal without the member decision, which is null in it", side => Changed(side, offer => offer.Remove("decision"))),
        ConformanceCase.Refused("date-not-in-calendar", "4.18", "a proposal offered on 30 February", side => Changed(side, offer => offer["offeredOn"] = "2026-02-30")),
    ];

    private static Draft Proposal(KitSide side, int count)
    {
        var authorization = Offers.NewAuthorization(side);
        return Offers.Propose(side, [.. Enumerable.Range(0, count).Select(_ => Offers.Offer(side, Offers.NewId(side), authorization))]);
    }

    private static Draft Serials(KitSide side, string member, JsonNode value) => Changed(side, offer => offer["units"]!.AsArray()[0]!["serials"]![member] = value);

    private static Draft Changed(KitSide side, Action<JsonObject> change)
    {
        var draft = Proposal(side, 1);
        change(draft.Payload["body"]!["transfers"]!.AsArray()[0]!.AsObject());
        return draft;
    }

    private static string WrongDigits(string account) => $"{account[..^2]}{(int.Parse(account[^2..]) + 1) % 97:00}";
}
