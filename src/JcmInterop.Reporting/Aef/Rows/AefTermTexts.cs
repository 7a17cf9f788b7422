namespace JcmInterop.Reporting.Aef.Rows;

/// <summary>The values of the typed terms in the spelling of the nomenclature.</summary>
internal static class AefTermTexts
{
    public static string Text(this AefMetric metric) => metric == AefMetric.Ghg ? "GHG" : "non-GHG";

    public static string Text(this AefMitigationType type) => type switch
    {
        AefMitigationType.EmissionReductions => "Emission reductions",
        AefMitigationType.Removals => "Removals",
        AefMitigationType.ReductionsAndRemovals => "Emission reductions and removals",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown mitigation type."),
    };

    public static string Text(this AefPurpose purpose) => purpose switch
    {
        AefPurpose.Ndc => "NDC",
        AefPurpose.Oimp => "OIMP",
        AefPurpose.Imp => "IMP",
        AefPurpose.Op => "OP",
        AefPurpose.NdcAndOimp => "NDC and OIMP",
        AefPurpose.NdcAndImp => "NDC and IMP",
        AefPurpose.NdcAndOp => "NDC and OP",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "Unknown purpose."),
    };

    public static string Text(this AefFirstTransferDefinition definition) => definition switch
    {
        AefFirstTransferDefinition.Authorization => "Authorisation",
        AefFirstTransferDefinition.Issuance => "Issuance",
        AefFirstTransferDefinition.UseOrCancellation => "Use or Cancellation",
        _ => throw new ArgumentOutOfRangeException(nameof(definition), definition, "Unknown first transfer definition."),
    };

    public static string Text(this AefActionType type) => type switch
    {
        AefActionType.Authorization => "Authorization",
        AefActionType.FirstTransfer => "First transfer",
        AefActionType.Transfer => "Transfer",
        AefActionType.Acquisition => "Acquisition",
        AefActionType.Use => "Use",
        AefActionType.Cancellation => "Cancellation",
        AefActionType.VoluntaryCancellation => "Voluntary Cancellation",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Unknown action type."),
    };

    public static string Text(this AefActionSubtype subtype) => subtype switch
    {
        AefActionSubtype.FirstTransferToAnotherParty => "First transfer to another Party",
        AefActionSubtype.Authorization => "Authorization",
        AefActionSubtype.Issuance => "Issuance",
        AefActionSubtype.UseOrCancellation => "Use or cancellation",
        AefActionSubtype.MandatoryAdaptationFundTransfer => "Mandatory transfer to the Adaptation Fund (A6.4 ERs)",
        AefActionSubtype.VoluntaryAdaptationFundTransfer => "Voluntary transfer to the Adaptation Fund (A6.4 ERs)",
        AefActionSubtype.MandatoryOmgeCancellation => "Mandatory cancellation to deliver OMGE",
        AefActionSubtype.NotYetDefined => "Not yet defined",
        AefActionSubtype.VoluntaryOmgeCancellation => "Voluntary cancellation to deliver OMGE",
        AefActionSubtype.OtherCancellations => "Other cancellations",
        _ => throw new ArgumentOutOfRangeException(nameof(subtype), subtype, "Unknown action subtype."),
    };
}
