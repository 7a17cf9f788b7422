using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Units;
using JcmInterop.Grains.Configuration;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Server.Configuration;

/// <summary>Checks the configuration of one bilateral registry.</summary>
internal static class RegistrySettings
{
    private const int DaysMax = 3_660;

    public static RegistryConfiguration Check(RegistryOptions options, PartyCode party, SigningKey key, string at)
    {
        if (!PartyCode.IsValid(options.Partner))
            throw NodeStartException.Configuration($"{at}.partner", $"'{options.Partner}' is not an alpha-3 Party code", $"'{options.Partner}' は締約国コードではありません");
        var partner = new PartyCode(options.Partner);
        if (partner == party) throw NodeStartException.Configuration($"{at}.partner", $"{partner} is this node's own Party", $"{partner} は自国です");
        var settings = new LedgerSettings(
            new BilateralRegistryId(party, partner),
            party,
            RegistryId(options.OwnRegistry, party, $"{at}.ownRegistry"),
            RegistryId(options.PartnerRegistry, partner, $"{at}.partnerRegistry"),
            Profile(options.SerialProfile, $"{at}.serialProfile"),
            [.. options.IssuePatterns.Select((p, i) => new DatedIssuePattern(p.From, Pattern(p.Pattern, $"{at}.issuePatterns[{i}].pattern")))],
            Period(options.NdcPeriod, $"{at}.ndcPeriod"),
            Days(options.LateLegAfterDays, $"{at}.lateLegAfterDays"),
            TimeSpan.FromDays(Days(options.DecideWithinDays, $"{at}.decideWithinDays")))
        {
            OimpCutOff = options.OimpCutOff is { } cutOff ? CutOff(cutOff, $"{at}.oimpCutOff") : null,
        };
        if (settings.IssuePatterns.IsEmpty) throw NodeStartException.Configuration($"{at}.issuePatterns", "there is none", "空です");
        if (settings.IssuePatterns.Zip(settings.IssuePatterns.Skip(1)).Any(pair => pair.First.From >= pair.Second.From))
            throw NodeStartException.Configuration($"{at}.issuePatterns", "their dates do not ascend", "日付が昇順ではありません");
        var url = NodeSettings.Url(options.PartnerUrl, $"{at}.partnerUrl");
        if (options.PartnerKeyFiles.Count == 0) throw NodeStartException.Configuration($"{at}.partnerKeyFiles", "there is none", "空です");
        var pinned = options.PartnerKeyFiles.SelectMany((file, i) => KeyFiles.Partner(file, $"{at}.partnerKeyFiles[{i}]")).ToList();
        if (pinned.GroupBy(k => k.Key.KeyId, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw NodeStartException.Configuration($"{at}.partnerKeyFiles", $"the key {twice.Key} is there twice", $"鍵 {twice.Key} が重複しています");
        return new RegistryConfiguration(settings, url, new PartnerKeyRing(partner, pinned), [key]);
    }

    private static PartyRegistryId RegistryId(string text, PartyCode party, string property) =>
        PartyRegistryId.IsValid(text) && text.StartsWith(party.Code, StringComparison.Ordinal)
            ? new PartyRegistryId(text)
            : throw NodeStartException.Configuration(property, $"'{text}' is not a registry id of {party} such as {party}01", $"'{text}' は {party}01 のような登録簿 ID ではありません");

    private static SerialProfile Profile(SerialProfileOptions? options, string property)
    {
        if (options is null) return SerialProfile.Neutral;
        try
        {
            return new SerialProfile(options.Name, options.Separator, [.. options.Elements.Select((e, i) => Element(e, $"{property}.elements[{i}]"))]);
        }
        catch (ArgumentException error)
        {
            throw NodeStartException.Configuration(property, error.Message, error.Message, error);
        }
    }

    private static SerialElement Element(string text, string property) => text switch
    {
        "issuing-party" => new SerialElement(SerialElementKind.IssuingParty),
        "counterpart" => new SerialElement(SerialElementKind.Counterpart),
        "project-reference" => new SerialElement(SerialElementKind.ProjectReference),
        "vintage" => new SerialElement(SerialElementKind.Vintage),
        "number" => new SerialElement(SerialElementKind.Number),
        ['=', .. var literal] => new SerialElement(SerialElementKind.Literal, literal),
        _ => throw NodeStartException.Configuration(
            property,
            $"'{text}' is none of issuing-party, counterpart, project-reference, vintage, number or a literal such as =JCM",
            $"'{text}' は issuing-party、counterpart、project-reference、vintage、number、または =JCM のような固定文字ではありません"),
    };

    private static IssuePattern Pattern(string text, string property) => text switch
    {
        "mirror-at-issuance" => IssuePattern.MirrorAtIssuance,
        "partner-issues-then-transfers" => IssuePattern.PartnerIssuesThenTransfers,
        _ => throw NodeStartException.Configuration(
            property,
            $"'{text}' is neither mirror-at-issuance nor partner-issues-then-transfers",
            $"'{text}' は mirror-at-issuance でも partner-issues-then-transfers でもありません"),
    };

    public static NdcPeriod Period(NdcPeriodOptions options, string property)
    {
        try
        {
            return new NdcPeriod(options.FirstYear, options.FinalYear);
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw NodeStartException.Configuration(property, $"{options.FirstYear} to {options.FinalYear} is no NDC period", $"{options.FirstYear}～{options.FinalYear} は NDC 期間ではありません", error);
        }
    }

    private static OimpCutOff CutOff(OimpCutOffOptions options, string property) => new(
        string.IsNullOrWhiteSpace(options.Source)
            ? throw NodeStartException.Configuration($"{property}.source", "it is empty; say where the Party states its choice", "締約国がどこで述べているかを記入してください")
            : options.LastDay,
        options.Rule switch
        {
            "no-later-use" => OimpCutOffRule.NoLaterUse,
            "counted-on-last-day" => OimpCutOffRule.CountedOnLastDay,
            _ => throw NodeStartException.Configuration($"{property}.rule", $"'{options.Rule}' is neither no-later-use nor counted-on-last-day", $"'{options.Rule}' は no-later-use でも counted-on-last-day でもありません"),
        });

    private static int Days(int days, string property) =>
        days is > 0 and <= DaysMax ? days : throw NodeStartException.Configuration(property, $"{days} is not 1 to {DaysMax} days", $"{days} は 1～{DaysMax} 日の範囲にありません");
}
