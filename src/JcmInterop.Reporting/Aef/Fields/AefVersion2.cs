using static JcmInterop.Reporting.Aef.Fields.AefFieldFormat;
using static JcmInterop.Reporting.Aef.Fields.AefRequirement;

namespace JcmInterop.Reporting.Aef.Fields;

/// <summary>Version 2 of the agreed electronic format ("updated draft"): decision 4/CMA.6 annex II, technical names from the common nomenclature of February 2026.</summary>
public static class AefVersion2
{
    private const string NA = "NA";
    private static readonly string[] ActionGroup = ["Action type and date"];
    private static readonly string[] ItmoGroup = ["ITMO", "Unique identifiers", "ITMO unique identifier"];
    private static readonly string[] UnderlyingGroup = ["ITMO", "Unique identifiers", "Underlying units", "Underlying unit unique identifier"];
    private static readonly string[] QuantityGroup = ["ITMO", "Metric and quantity"];
    private static readonly string[] DetailGroup = ["ITMO", "ITMO details"];
    private static readonly string[] TransferGroup = ["Action", "Action details", "Transfer / Acquisition"];
    private static readonly string[] UseGroup = ["Action", "Action details", "Use or cancellation"];

    /// <summary>The field table.</summary>
    public static AefFieldTable Fields { get; } = new(
        "aef-v2",
        new DateOnly(2024, 11, 24),
        "Decision 4/CMA.6 annex II and paragraph 19. The sheet names, titles and spacer columns follow a public checker's reading of the template; "
        + "the row and column of the first cell are inferred from where that checker writes its result (table 1, row 9, column 3).",
        "Summary information",
        [
            new(AefTable.Submission, "Table 1 Submission", "Table 1: Submission", "submission", 4, Submission()),
            new(AefTable.Authorizations, "Table 2 Authorizations", "Table 2: Authorizations", "authorizations", 8, Authorizations()),
            new(AefTable.Actions, "Table 3 Actions", "Table 3: Actions", "actions", 8, Actions()),
            new(AefTable.Holdings, "Table 4 Holdings", "Table 4: Holdings", "holdings", 8, Holdings()),
            new(AefTable.AuthorizedEntities, "Table 5 Auth. entities", "Table 5: Authorized entities", "authorizedEntities", 8, Entities()),
        ]);

    private static AefField[] Submission() =>
    [
        new(1, "Party", "ParticipatingParty", Party, Required),
        new(2, "Version", "SubmissionVersion", AefFieldFormat.SubmissionVersion, Required),
        new(3, "Reported year", "ReportedYear", Year, Required),
        new(4, "Date of submission", "DateOfSubmission", Date, Required),
        new(5, "Review status of the initial report", "ReviewStatusOfInitialReport", Text, FilledByPlatform)
            { Placeholder = "{Information in this field is populated by the CARP}" },
        new(6, "Result of the consistency check of this AEF submission", "ResultOfConsistencyCheck", Text, FilledByPlatform)
            { Placeholder = "{Information in this field is populated by the CARP}" },
        new(7, "First year of the NDC implementation period", "FirstYearOfNDCPeriod", Year, Required),
        new(8, "Last year of the NDC implementation period", "LastYearOfNDCPeriod", Year, Required),
        new(9, "Reference to the Article 6 technical expert review report of the initial report", "ReferenceToTerReport", Text, FilledByPlatform)
            { Placeholder = "{Link to be produced by the CARP}" },
    ];

    private static AefField[] Authorizations() =>
    [
        new(1, "Authorization ID", "AuthorizationID", AuthorizationId, Required),
        new(2, "Date of authorization", "DateOfAuthorization", Date, Required),
        new(3, "Cooperative approach ID", "CooperativeApproachID", CooperativeApproach, Required),
        new(4, "Version of the authorization", "AuthorizationVersion", Integer, Required) { SpacerAfter = true },
        new(5, "Authorized quantity", "AuthorizedQuantity", Integer, Optional),
        new(6, "Metric", "Metric", Term, Required) { Vocabulary = AefVocabularyNames.Metric },
        new(7, "Applicable GWP value(s)", "GWPValues", Text, Optional),
        new(8, "Applicable non-GHG metric", "Non-GHGMetric", Text, Conditional) { NotApplicable = NA },
        new(9, "Sector(s)", "Sectors", Terms, Required) { Vocabulary = AefVocabularyNames.Sector },
        new(10, "Activity type(s)", "ActivityType", Terms, Conditional) { Vocabulary = AefVocabularyNames.ActivityType },
        new(11, "Purposes for authorization", "PurposeForAuthorization", Term, Required) { Vocabulary = AefVocabularyNames.Purpose },
        new(12, "Authorized Party(ies) ID", "AuthorizedPartyIDs", PartyCodes, Optional),
        new(13, "Authorized entity(ies) ID", "AuthorizedEntityIDs", Text, Optional),
        new(14, "OIMP authorized by the Party", "OIMPAuthorized", Text, Conditional),
        new(15, "Authorized timeframe", "AuthorizedTimeframe", Timeframe, Optional),
        new(16, "Authorization terms and conditions", "AuthorizationT&Cs", Text, Optional),
        new(17, "Authorization documentation", "AuthorizationDocumentation", Text, FilledByPlatform),
        new(18, "First transfer definition for OIMP", "FirstTransferDefnForOIMP", Term, Conditional) { Vocabulary = AefVocabularyNames.FirstTransferDefinition },
        new(19, "Additional explanatory information", "AdditionalExplanatoryInformation", Text, Optional),
    ];

    private static AefField[] Actions() =>
    [
        new(1, "Action date", "ActionDateTime", ActionDate, Required) { Groups = ActionGroup },
        new(2, "Action type", "ActionType", Term, Required) { Vocabulary = AefVocabularyNames.ActionType, Groups = ActionGroup },
        new(3, "Action subtype", "ActionSubtype", Term, Conditional) { Vocabulary = AefVocabularyNames.ActionSubtype, Groups = ActionGroup },
        new(4, "Cooperative approach ID", "CooperativeApproachID", CooperativeApproach, Required) { Groups = ItmoGroup },
        new(5, "Authorization ID", "AuthorizationID", AuthorizationId, Required) { Groups = ItmoGroup },
        new(6, "First transferring participating Party ID", "FirstTransferringPartyID", AefFieldFormat.PartyCode, Required) { Groups = ItmoGroup },
        new(7, "Party ITMO registry ID", "PartyITMORegistryID", PartyRegistry, Required) { Groups = ItmoGroup },
        new(8, "First ID", "FirstID", ItmoIdentifier, Required) { Groups = ItmoGroup },
        new(9, "Last ID", "LastID", ItmoIdentifier, Required) { Groups = ItmoGroup, SpacerAfter = true },
        .. Units(10),
        new(18, "Mitigation type", "MitigationType", Term, Required) { Vocabulary = AefVocabularyNames.MitigationType, Groups = DetailGroup },
        new(19, "Vintage", "Vintage", Year, Required) { Groups = DetailGroup, SpacerAfter = true },
        new(20, "Transferring participating Party ID", "TransferringPartyID", AefFieldFormat.PartyCode, Conditional) { Groups = TransferGroup, NotApplicable = NA },
        new(21, "Acquiring participating Party ID", "AcquiringPartyID", AefFieldFormat.PartyCode, Conditional) { Groups = TransferGroup, NotApplicable = NA, SpacerAfter = true },
        new(22, "Purpose for which the ITMO has been used towards or cancelled for OIMP", "PurposeITMOUsedForOIMP", Text, Conditional) { Groups = UseGroup },
        new(23, "Using/cancelling participating Party ID", "Using/cancellingPartyID", AefFieldFormat.PartyCode, Conditional) { Groups = UseGroup },
        new(24, "Using/cancelling authorized entity ID", "Using/cancellingEntityID", Text, Conditional) { Groups = UseGroup },
        new(25, "Calendar year for which the ITMOs are used towards the Party's NDC", "YearITMOUsedTowardsNDC", Year, Conditional) { Groups = UseGroup, SpacerAfter = true },
        new(26, "Result of the consistency checks", "ResultOfConsistencyChecks", Text, FilledByPlatform),
        new(27, "Additional explanatory information", "AdditionalExplanatoryInformation", Text, Optional),
    ];

    private static AefField[] Holdings() =>
    [
        new(1, "Cooperative approach ID", "CooperativeApproachID", CooperativeApproach, Required) { Groups = ItmoGroup },
        new(2, "Authorization ID", "AuthorizationID", AuthorizationId, Required) { Groups = ItmoGroup },
        new(3, "First transferring participating Party ID", "FirstTransferringPartyID", AefFieldFormat.PartyCode, Required) { Groups = ItmoGroup },
        new(4, "Party ITMO registry ID", "PartyITMORegistryID", PartyRegistry, Required) { Groups = ItmoGroup },
        new(5, "First ID", "FirstID", ItmoIdentifier, Required) { Groups = ItmoGroup },
        new(6, "Last ID", "LastID", ItmoIdentifier, Required) { Groups = ItmoGroup, SpacerAfter = true },
        .. Units(7),
        new(15, "Mitigation type", "MitigationType", Term, Required) { Vocabulary = AefVocabularyNames.MitigationType, Groups = DetailGroup },
        new(16, "Vintage", "Vintage", Year, Required) { Groups = DetailGroup },
    ];

    private static AefField[] Units(int first) =>
    [
        new(first, "Underlying unit registry ID", "UnderlyingUnitRegistryID", Term, Optional)
            { Vocabulary = AefVocabularyNames.UnderlyingRegistry, Groups = UnderlyingGroup, NotApplicable = NA },
        new(first + 1, "First unit ID", "UnderlyingUnitFirstUnitID", Text, Optional) { Groups = UnderlyingGroup, NotApplicable = NA },
        new(first + 2, "Last unit ID", "UnderlyingUnitLastUnitID", Text, Optional) { Groups = UnderlyingGroup, NotApplicable = NA, SpacerAfter = true },
        new(first + 3, "Metric", "Metric", Term, Required) { Vocabulary = AefVocabularyNames.Metric, Groups = QuantityGroup },
        new(first + 4, "Applicable GWP value(s)", "GWPValues", Text, Optional) { Groups = QuantityGroup },
        new(first + 5, "Applicable non-GHG metric", "Non-GHGMetric", Text, Conditional) { Groups = QuantityGroup, NotApplicable = NA },
        new(first + 6, "Quantity (t CO2 eq)", "QuantityCO2", Integer, Required) { Groups = QuantityGroup },
        new(first + 7, "Quantity (in non-GHG metric)", "QuantityNon-GHG", Text, Conditional) { Groups = QuantityGroup, NotApplicable = NA, SpacerAfter = true },
    ];

    private static AefField[] Entities() =>
    [
        new(1, "Date of the authorization", "DateOfAuthorization", Date, Required),
        new(2, "Name", "AuthorizedEntityName", Text, Required),
        new(3, "Country of incorporation", "AuthorizedEntityCountryOfIncorporation", Party, Required),
        new(4, "Identification number", "AuthorizedEntityID", Text, Required),
        new(5, "Cooperative approach ID", "CooperativeApproachID", CooperativeApproach, Required),
        new(6, "Conditions", "AuthorizedEntityConditions", Text, Optional),
        new(7, "Change and revocation conditions", "AuthorizedEntityChangeConditions", Text, Optional),
        new(8, "Additional explanatory information", "AdditionalExplanatoryInformation", Text, Optional),
    ];
}
