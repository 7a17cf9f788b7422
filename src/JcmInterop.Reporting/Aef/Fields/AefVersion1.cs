using static JcmInterop.Reporting.Aef.Fields.AefFieldFormat;
using static JcmInterop.Reporting.Aef.Fields.AefRequirement;

namespace JcmInterop.Reporting.Aef.Fields;

/// <summary>Version 1 of the agreed electronic format: decision 6/CMA.4 annex VII. Read only; version 2 is requested since decision 4/CMA.6.</summary>
/// <remarks>Fields that mean the same as in version 2 have its technical name, so that old files can be compared with new ones.</remarks>
public static class AefVersion1
{
    private const string NA = "NA";

    /// <summary>The field table.</summary>
    public static AefFieldTable Fields { get; } = new(
        "aef-v1",
        new DateOnly(2022, 11, 18),
        "Decision 6/CMA.4 annex VII. Sheet names are inferred from the titles of the three tables; no template was available.",
        "Summary information",
        [
            new(AefTable.Submission, "Heading", "Heading", "submission", 4, Heading()),
            new(AefTable.Actions, "Actions", "Actions", "actions", 8, [.. Units(), .. Actions()]),
            new(AefTable.Holdings, "Holdings", "Holdings", "holdings", 8, Units()),
        ]);

    private static AefField[] Heading() =>
    [
        new(1, "Party", "ParticipatingParty", Party, Required),
        new(2, "Reported year", "ReportedYear", Year, Required),
    ];

    private static AefField[] Units() =>
    [
        new(1, "Article 6 database record ID", "Article6DatabaseRecordID", Text, FilledByPlatform),
        new(2, "Cooperative approach", "CooperativeApproachID", CooperativeApproach, Required),
        new(3, "First unique identifier", "FirstID", ItmoIdentifier, Required),
        new(4, "Last unique identifier", "LastID", ItmoIdentifier, Required),
        new(5, "Underlying unit block start ID", "UnderlyingUnitFirstUnitID", Text, Optional) { NotApplicable = NA },
        new(6, "Underlying unit block end", "UnderlyingUnitLastUnitID", Text, Optional) { NotApplicable = NA },
        new(7, "Metric", "Metric", Term, Required) { Vocabulary = AefVocabularyNames.Metric },
        new(8, "Quantity (expressed in metric)", "QuantityNon-GHG", Text, Conditional) { NotApplicable = NA },
        new(9, "Quantity (t CO2 eq)", "QuantityCO2", Integer, Required),
        new(10, "Conversion factor (reporting Party)", "ConversionFactor", Text, Optional) { NotApplicable = NA },
        new(11, "First transferring participating Party", "FirstTransferringPartyID", Party, Required),
        new(12, "Vintage", "Vintage", Year, Required),
        new(13, "Sector(s)", "Sectors", Text, Required),
        new(14, "Activity type(s)", "ActivityType", Text, Conditional),
        new(15, "Date of authorization", "DateOfAuthorization", Date, Required),
        new(16, "Authorization ID", "AuthorizationID", AuthorizationId, Required),
        new(17, "Purposes for authorization", "PurposeForAuthorization", Text, Required),
        new(18, "OIMP authorized by the Party", "OIMPAuthorized", Text, Conditional),
        new(19, "First transfer definition", "FirstTransferDefnForOIMP", Text, Conditional),
    ];

    private static AefField[] Actions() =>
    [
        new(20, "Action date", "ActionDateTime", ActionDate, Required),
        new(21, "Action type", "ActionType", Text, Required),
        new(22, "Transferring participating Party", "TransferringPartyID", Party, Conditional) { NotApplicable = NA },
        new(23, "Acquiring participating Party", "AcquiringPartyID", Party, Conditional) { NotApplicable = NA },
        new(24, "Purposes for cancellation", "PurposeITMOUsedForOIMP", Text, Conditional),
        new(25, "Using participating Party or authorized entity or entities", "Using/cancellingPartyID", Text, Conditional),
        new(26, "First transfer", "FirstTransfer", Text, Conditional),
    ];
}
