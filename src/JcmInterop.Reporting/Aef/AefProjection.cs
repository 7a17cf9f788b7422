using System.Collections.Frozen;
using System.Globalization;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;

namespace JcmInterop.Reporting.Aef;

/// <summary>Turns typed rows into the cells a field table asks for, in the forms of a profile.</summary>
internal sealed class AefProjection(AefProfile profile)
{
    private static readonly FrozenDictionary<string, Func<AefProjection, AefUnits, AefCell>> UnitCells =
        new Dictionary<string, Func<AefProjection, AefUnits, AefCell>>(StringComparer.Ordinal)
        {
            ["CooperativeApproachID"] = (_, u) => AefCell.OfText(u.First.CooperativeApproach.ToString()),
            ["AuthorizationID"] = (_, u) => AefCell.OfText(u.AuthorizationId),
            ["FirstTransferringPartyID"] = (_, u) => AefCell.OfText(u.First.FirstTransferringParty.Code),
            ["PartyITMORegistryID"] = (_, u) => AefCell.OfText(u.Registry.ToString()),
            ["FirstID"] = (p, u) => p.Identifier(u.First),
            ["LastID"] = (p, u) => p.Identifier(u.Last),
            ["UnderlyingUnitRegistryID"] = (_, u) => AefCell.OfText(u.UnderlyingRegistry ?? "NA"),
            ["UnderlyingUnitFirstUnitID"] = (_, u) => AefCell.OfText(u.UnderlyingFirst ?? "NA"),
            ["UnderlyingUnitLastUnitID"] = (_, u) => AefCell.OfText(u.UnderlyingLast ?? "NA"),
            ["Metric"] = (p, u) => p.Term(AefVocabularyNames.Metric, u.Metric.Text()),
            ["GWPValues"] = (_, u) => AefCell.OfText(u.GwpValues),
            ["Non-GHGMetric"] = (_, u) => AefCell.OfText(u.NonGhgMetric ?? "NA"),
            ["QuantityCO2"] = (_, u) => AefCell.OfNumber(u.Quantity.Tonnes),
            ["QuantityNon-GHG"] = (_, u) => AefCell.OfText(u.NonGhgQuantity ?? "NA"),
            ["MitigationType"] = (p, u) => p.Term(AefVocabularyNames.MitigationType, u.MitigationType.Text()),
            ["Vintage"] = (_, u) => AefCell.OfNumber(u.First.Vintage.Year),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Func<AefProjection, AefActionRow, AefCell>> ActionCells =
        new Dictionary<string, Func<AefProjection, AefActionRow, AefCell>>(StringComparer.Ordinal)
        {
            ["ActionDateTime"] = (p, a) => p.ActionDate(a.ActedAt),
            ["ActionType"] = (p, a) => p.Term(AefVocabularyNames.ActionType, a.Type.Text()),
            ["ActionSubtype"] = (p, a) => p.Term(AefVocabularyNames.ActionSubtype, a.Subtype?.Text()),
            ["TransferringPartyID"] = (_, a) => AefCell.OfText(a.TransferringParty?.Code ?? "NA"),
            ["AcquiringPartyID"] = (_, a) => AefCell.OfText(a.AcquiringParty?.Code ?? "NA"),
            ["PurposeITMOUsedForOIMP"] = (_, a) => AefCell.OfText(a.Purpose),
            ["Using/cancellingPartyID"] = (_, a) => AefCell.OfText(a.UsingParty?.Code),
            ["Using/cancellingEntityID"] = (_, a) => AefCell.OfText(a.UsingEntity),
            ["YearITMOUsedTowardsNDC"] = (_, a) => AefCell.OfNumber(a.UsedForYear),
            ["ResultOfConsistencyChecks"] = (_, _) => AefCell.Empty,
            ["AdditionalExplanatoryInformation"] = (_, a) => AefCell.OfText(a.Explanation),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Dictionary<AefTableLayout, Func<AefProjection, AefActionRow, AefCell>[]> actionCells = [];
    private readonly Dictionary<AefTableLayout, Func<AefProjection, AefUnits, AefCell>[]> unitCells = [];

    public AefCell[] Cells(AefTableLayout layout, AefActionRow row) => Cells(CellsOf(layout, actionCells, Action), row);

    public AefCell[] Cells(AefTableLayout layout, AefUnits row) => Cells(CellsOf(layout, unitCells, Unit), row);

    public AefCell[] Cells(AefTableLayout layout, AefAuthorizationRow row) => [.. layout.Fields.Select(f => Authorization(f, row))];

    public AefCell[] Cells(AefTableLayout layout, AefEntityRow row) => [.. layout.Fields.Select(f => Entity(f, row))];

    public AefCell[] Cells(AefTableLayout layout, AefSubmission row) => [.. layout.Fields.Select(f => Submission(f, row))];

    private static Func<AefProjection, TRow, AefCell>[] CellsOf<TRow>(
        AefTableLayout layout, Dictionary<AefTableLayout, Func<AefProjection, TRow, AefCell>[]> known, Func<AefField, Func<AefProjection, TRow, AefCell>> find)
    {
        if (!known.TryGetValue(layout, out var cells)) known[layout] = cells = [.. layout.Fields.Select(find)];
        return cells;
    }

    private AefCell[] Cells<TRow>(Func<AefProjection, TRow, AefCell>[] columns, TRow row)
    {
        var cells = new AefCell[columns.Length];
        for (var i = 0; i < cells.Length; i++) cells[i] = columns[i](this, row);
        return cells;
    }

    private static Func<AefProjection, AefActionRow, AefCell> Action(AefField field)
    {
        if (ActionCells.TryGetValue(field.TechnicalName, out var cell)) return cell;
        var unit = Unit(field);
        return (projection, row) => unit(projection, row.Units);
    }

    private static Func<AefProjection, AefUnits, AefCell> Unit(AefField field) => UnitCells.TryGetValue(field.TechnicalName, out var cell) ? cell : throw Unknown(field);

    private AefCell Submission(AefField field, AefSubmission row) => field.TechnicalName switch
    {
        "ParticipatingParty" => AefCell.OfText(profile.UsesPartyNames ? PartyNames.NameOf(row.Party) : row.Party.Code),
        "SubmissionVersion" => AefCell.OfText(row.Version.ToString()),
        "ReportedYear" => AefCell.OfNumber(row.ReportedYear),
        "DateOfSubmission" => AefCell.OfDate(row.SubmittedOn),
        "FirstYearOfNDCPeriod" => AefCell.OfNumber(row.Period.FirstYear),
        "LastYearOfNDCPeriod" => AefCell.OfNumber(row.Period.LastYear),
        _ => field.Placeholder is { } placeholder ? AefCell.OfText(placeholder) : throw Unknown(field),
    };

    private AefCell Authorization(AefField field, AefAuthorizationRow row) => field.TechnicalName switch
    {
        "AuthorizationID" => AefCell.OfText(row.AuthorizationId),
        "DateOfAuthorization" => AefCell.OfDate(row.AuthorizedOn),
        "CooperativeApproachID" => AefCell.OfText(row.CooperativeApproach.ToString()),
        "AuthorizationVersion" => AefCell.OfNumber(row.Version),
        "AuthorizedQuantity" => AefCell.OfNumber(row.Quantity?.Tonnes),
        "Metric" => Term(AefVocabularyNames.Metric, row.Metric.Text()),
        "GWPValues" => AefCell.OfText(row.GwpValues),
        "Non-GHGMetric" => AefCell.OfText(row.NonGhgMetric ?? "NA"),
        "Sectors" => AefCell.OfText(string.Join(", ", row.Sectors)),
        "ActivityType" => AefCell.OfText(string.Join(", ", row.ActivityTypes)),
        "PurposeForAuthorization" => Term(AefVocabularyNames.Purpose, row.Purpose.Text()),
        "AuthorizedPartyIDs" => AefCell.OfText(string.Join(", ", row.AuthorizedParties)),
        "AuthorizedEntityIDs" => AefCell.OfText(string.Join(", ", row.AuthorizedEntities)),
        "OIMPAuthorized" => AefCell.OfText(row.OimpAuthorized),
        "AuthorizedTimeframe" => Timeframe(row),
        "AuthorizationT&Cs" => AefCell.OfText(row.Terms),
        "AuthorizationDocumentation" => AefCell.Empty,
        "FirstTransferDefnForOIMP" => Term(AefVocabularyNames.FirstTransferDefinition, row.FirstTransferDefinition?.Text()),
        "AdditionalExplanatoryInformation" => AefCell.OfText(row.Explanation),
        _ => throw Unknown(field),
    };

    private AefCell Entity(AefField field, AefEntityRow row) => field.TechnicalName switch
    {
        "DateOfAuthorization" => AefCell.OfDate(row.AuthorizedOn),
        "AuthorizedEntityName" => AefCell.OfText(row.Name),
        "AuthorizedEntityCountryOfIncorporation" => AefCell.OfText(profile.UsesPartyNames ? PartyNames.NameOf(row.Country) : row.Country.Code),
        "AuthorizedEntityID" => AefCell.OfText(row.IdentificationNumber),
        "CooperativeApproachID" => AefCell.OfText(row.CooperativeApproach.ToString()),
        "AuthorizedEntityConditions" => AefCell.OfText(row.Conditions),
        "AuthorizedEntityChangeConditions" => AefCell.OfText(row.ChangeConditions),
        "AdditionalExplanatoryInformation" => AefCell.OfText(row.Explanation),
        _ => throw Unknown(field),
    };

    private AefCell Term(string vocabulary, string? value) => value is null ? AefCell.Empty : AefCell.OfText(profile.Spell(vocabulary, value));

    private AefCell Identifier(ItmoId id) => profile.UsesFullIdentifiers ? AefCell.OfText(id.ToString()) : AefCell.OfNumber(id.Serial);

    private AefCell ActionDate(DateTimeOffset at) => profile.UsesActionInstants
        ? AefCell.OfText(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture))
        : AefCell.OfDate(DateOnly.FromDateTime(at.UtcDateTime));

    private AefCell Timeframe(AefAuthorizationRow row) => (row.OccurredFromYear, row.OccurredToYear) switch
    {
        ({ } from, { } to) when profile.UsesOccurredTimeframe => AefCell.OfText($"Occurred: from {from:0000} to {to:0000}"),
        ({ } from, { } to) => AefCell.OfText($"{from:0000} - {to:0000}"),
        _ => AefCell.Empty,
    };

    private static InvalidOperationException Unknown(AefField field) => new($"No value is defined for field {field.TechnicalName}.");
}
