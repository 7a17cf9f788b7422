using System.Globalization;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Reporting.Projections;
using JcmInterop.Reporting.Tables;

namespace JcmInterop.Reporting.DataSheets;

/// <summary>What a Party's record knows, in the tables of its reports.</summary>
internal static class SheetTables
{
    /// <summary>Registries the Party tracks with, one row per pair.</summary>
    public static TextTable Registries(PartyHistory history) => new(
        "Registries / 登録簿", [new("Pair"), new("ITMO registry of the Party"), new("ITMO registry of the partner"), new("NDC period")],
        [.. history.Pairs.Select(p => (IReadOnlyList<string>)[p.Registry.ToString(), p.OwnRegistry.ToString(), p.PartnerRegistry.ToString(), p.NdcPeriod.ToString()])]);

    /// <summary>Every version of every authorization the Party gave.</summary>
    public static TextTable Authorizations(PartyHistory history) => new(
        "Authorizations / 承認",
        [
            new("Authorization"), new("Version", IsNumber: true), new("Date"), new("Cooperative approach"), new("Uses"), new("Parties"), new("Entities"), new("Quantity (t CO2 eq)", IsNumber: true), new("Vintages"), new("Projects"),
            new("First transfer definition"), new("Expires on"), new("Changed on"), new("Revoked on"), new("Sectors"), new("Activity types"), new("Registry"), new("Terms and conditions"),
        ],
        [.. history.OwnAuthorizations.OrderBy(a => a.Authorization.AuthorizedOn).ThenBy(a => a.Authorization.Id.ToString(), StringComparer.Ordinal).ThenBy(a => a.Authorization.Version).Select(Row)]);

    /// <summary>Cooperative approaches of the Party's authorizations, with what is known of each.</summary>
    public static TextTable Approaches(PartyHistory history) => new(
        "Cooperative approaches / 協力的アプローチ",
        [new("Cooperative approach"), new("Authorizations", IsNumber: true), new("Parties"), new("Entities"), new("First authorized on"), new("Last expiry"), new("Vintages"), new("Largest quantity (t CO2 eq)", IsNumber: true)],
        [
            .. history.OwnAuthorizations.GroupBy(a => a.Authorization.CooperativeApproach).OrderBy(g => g.Key.ToString(), StringComparer.Ordinal).Select(g => (IReadOnlyList<string>)Approach(g.Key.ToString(), [.. Latest(g.Select(a => a.Authorization))])),
        ]);

    /// <summary>Quantities by kind of action and calendar year of the action.</summary>
    public static TextTable Actions(PartyHistory history) => new(
        "Actions by calendar year / 年別の行為", [new("Year", IsNumber: true), new("Action"), new("Counterparty"), new("Quantity (t CO2 eq)", IsNumber: true), new("Blocks", IsNumber: true)],
        [
            .. history.Histories.SelectMany(h => h.Actions).GroupBy(a => (a.On.Year, a.Kind, a.Counterparty)).OrderBy(g => g.Key.Year).ThenBy(g => g.Key.Kind).ThenBy(g => g.Key.Counterparty)
                .Select(g => (IReadOnlyList<string>)[Number(g.Key.Year), Words(g.Key.Kind), g.Key.Counterparty?.Code ?? "", Number(g.Sum(a => a.Units.Quantity.Tonnes)), Number(g.Count())]),
        ]);

    /// <summary>Uses towards the NDC: units that ended there and move no more.</summary>
    public static TextTable Uses(PartyHistory history) => new(
        "Uses towards the NDC / NDC への使用", [new("Used on"), new("For the year", IsNumber: true), new("First ID"), new("Last ID"), new("Vintage", IsNumber: true), new("Quantity (t CO2 eq)", IsNumber: true)],
        [
            .. history.Histories.SelectMany(h => h.Actions).Where(a => a.Kind == UnitActionKind.Use).OrderBy(a => a.On).Select(a => (IReadOnlyList<string>)
            [
                Day(a.On), a.Disposal?.UsedForYear?.ToString(CultureInfo.InvariantCulture) ?? "", a.Units.Itmo!.Id(0, a.Units.Vintage).ToString(), a.Units.Itmo.Id(a.Units.Quantity.Tonnes - 1, a.Units.Vintage).ToString(),
                a.Units.Vintage.ToString(), Number(a.Units.Quantity.Tonnes),
            ]),
        ]);

    /// <summary>How the Party accounts, where it has stated it.</summary>
    public static TextTable Accounting(NdcFacts facts) => new(
        "Metric and method / 指標と方法", [new("What"), new("Value")],
        facts.Method is null ? [] :
        [
            ["NDC implementation period", facts.Period.ToString()],
            ["Method of corresponding adjustments", $"{facts.Method.Value.English()} / {facts.Method.Value.Japanese()}"],
            ["NDC expressed in", facts.Basis is { } basis ? $"{basis.English()} / {basis.Japanese()}" : ""],
            ["Metric", facts.Metric?.ToString() ?? ""],
            ["Stated", facts.Statement ?? "for this report only / 本報告に限る"],
        ]);

    private static IEnumerable<Authorization> Latest(IEnumerable<Authorization> all) => all.GroupBy(a => a.Id).Select(g => g.MaxBy(a => a.Version)!);

    private static string[] Approach(string approach, Authorization[] latest) =>
    [
        approach, Number(latest.Length), Joined(latest.SelectMany(a => a.AuthorizedParties).Select(p => p.Code)), Joined(latest.SelectMany(a => a.AuthorizedEntities)), Day(latest.Min(a => a.AuthorizedOn)),
        Array.TrueForAll(latest, a => a.ExpiresOn is not null) ? Day(latest.Max(a => a.ExpiresOn!.Value)) : "open / 定めなし",
        $"{latest.Min(a => a.VintageFirst)}-{latest.Max(a => a.VintageFinal)}",
        Array.TrueForAll(latest, a => a.QuantityCap is not null) ? Number(latest.Sum(a => a.QuantityCap!.Value.Tonnes)) : "no limit / 上限なし",
    ];

    private static IReadOnlyList<string> Row(RecordedAuthorization recorded)
    {
        var terms = recorded.Authorization;
        return
        [
            terms.Id.ToString(), Number(terms.Version), Day(terms.AuthorizedOn), terms.CooperativeApproach.ToString(), $"{terms.Uses.English()} / {terms.Uses.Japanese()}", Joined(terms.AuthorizedParties.Select(p => p.Code)), Joined(terms.AuthorizedEntities),
            terms.QuantityCap is { } cap ? Number(cap.Tonnes) : "no limit / 上限なし", $"{terms.VintageFirst}-{terms.VintageFinal}", terms.Projects.IsEmpty ? "all / すべて" : Joined(terms.Projects.Select(p => p.ToString())),
            terms.FirstTransferDefinition is { } definition ? $"{definition.English()} / {definition.Japanese()}" : "", Day(terms.ExpiresOn), Day(recorded.ChangedOn), Day(recorded.RevokedOn), Joined(terms.Sectors), Joined(terms.ActivityTypes), terms.TrackingRegistry.ToString(), terms.Terms ?? "",
        ];
    }

    private static string Words(UnitActionKind kind) => kind switch
    {
        UnitActionKind.FirstTransfer => "first transfer / 最初の移転",
        UnitActionKind.Transfer => "transfer / 移転",
        UnitActionKind.Acquisition => "acquisition / 取得",
        UnitActionKind.Use => "use / 使用",
        UnitActionKind.Cancellation => "cancellation / 取消し",
        _ => kind.ToString(),
    };

    private static string Joined(IEnumerable<string> texts) => string.Join("; ", texts.Distinct(StringComparer.Ordinal));

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
