using System.Collections.Immutable;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;

namespace JcmInterop.Reporting.Imports;

/// <summary>Reads a CSV file of authorizations into the commands that record them.</summary>
public static class AuthorizationImport
{
    private static readonly ImportForm<Authorization> Form = new(
        [
            "authorization", "version", "authorizing_party", "authorized_on", "cooperative_approach", "uses", "authorized_parties", "authorized_entities",
            "quantity_cap", "vintage_first", "vintage_final", "projects", "first_transfer_definition", "expires_on", "tracking_registry", "sectors",
            "activity_types", "purpose_text", "terms", "source_note",
        ],
        Row);

    private static readonly ImmutableDictionary<string, AuthorizedUses> Uses = new Dictionary<string, AuthorizedUses>(StringComparer.Ordinal)
    {
        ["NDC"] = AuthorizedUses.Ndc,
        ["IMP"] = AuthorizedUses.InternationalMitigation,
        ["OP"] = AuthorizedUses.OtherPurposes,
        ["OIMP"] = AuthorizedUses.InternationalMitigation | AuthorizedUses.OtherPurposes,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Reads every authorization, or lists every fault.</summary>
    /// <param name="file">Name of the file, for the faults.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="registered">Projects that an authorization may name.</param>
    public static ImportResult<RecordAuthorization> Read(string file, ReadOnlySpan<byte> bytes, IReadOnlySet<ProjectReference> registered) =>
        Form.Read(file, bytes, rows => Check(rows, registered)).Select(rows => rows.Select(authorization => new RecordAuthorization(authorization)));

    private static void Check(IReadOnlyList<(RowReader Place, Authorization Row)> rows, IReadOnlySet<ProjectReference> registered)
    {
        RowChecks.NoDuplicates(rows, "authorization", terms => (terms.AuthorizingParty, terms.Id, terms.Version));
        foreach (var (place, terms) in rows)
        {
            if (terms.VintageFinal.Year < terms.VintageFirst.Year) place.Fault("vintage_final", ImportProblem.Order("The vintages", "ビンテージ"));
            if (terms.ExpiresOn < terms.AuthorizedOn) place.Fault("expires_on", ImportProblem.Order("The days of authorization and expiry", "承認日と失効日"));
            if (terms.TrackingRegistry.Party != terms.AuthorizingParty)
                place.Fault("tracking_registry", ImportProblem.ForeignTo($"{terms.AuthorizingParty}", $"{terms.AuthorizingParty}"));
            if ((terms.Uses & ~AuthorizedUses.Ndc) != AuthorizedUses.None && terms.FirstTransferDefinition is null)
                place.Fault("first_transfer_definition", ImportProblem.DefinitionNeeded);
            foreach (var project in terms.Projects.Where(project => !registered.Contains(project)))
                place.Fault("projects", ImportProblem.UnknownProject(project.ToString()));
        }
    }

    private static Authorization Row(RowReader row) => new(
        row.Value("authorization", AuthorizationId.IsValid, text => new AuthorizationId(text),
            ImportProblem.CodeForm("an authorization id", "承認の識別子", "THA-2025/1")),
        (int)row.Whole("version", 1, 999),
        row.Party("authorizing_party"),
        row.Date("authorized_on"),
        row.Value("cooperative_approach", CooperativeApproachId.IsValid, text => new CooperativeApproachId(text),
            ImportProblem.CodeForm("a cooperative approach id", "協力的アプローチの識別子", "CA0001")),
        row.Each("uses", Uses.ContainsKey, text => Uses[text], ImportProblem.NotOneOf(Uses.Keys.Order(StringComparer.Ordinal))).Aggregate(AuthorizedUses.None, (all, use) => all | use),
        row.Each("authorized_parties", PartyCode.IsValid, text => new PartyCode(text), ImportProblem.Party),
        row.List("authorized_entities"),
        row.OptionalQuantity("quantity_cap"),
        row.Vintage("vintage_first"),
        row.Vintage("vintage_final"),
        row.Each("projects", ProjectReference.IsValid, text => new ProjectReference(text), ImportProblem.CodeForm("a project reference", "プロジェクト番号", "TH014"), ImportSpelling.All),
        row.OneOfUnless<FirstTransferDefinition>("first_transfer_definition", ImportSpelling.NotApplicable),
        row.DateUnless("expires_on", ImportSpelling.None),
        row.Value("tracking_registry", PartyRegistryId.IsValid, text => new PartyRegistryId(text), ImportProblem.CodeForm("a Party ITMO registry id", "締約国登録簿の識別子", "THA01")),
        row.List("sectors"),
        row.List("activity_types"),
        row.OptionalText("purpose_text"),
        row.OptionalText("terms"),
        row.Text("source_note"));
}
