using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Aef.Rows;

namespace JcmInterop.Reporting.Tests.Aef;

/// <summary>Twin submissions for one first transfer of 1,009 units from Thailand to Japan; ids of approach and authorization are invented.</summary>
internal static class AefSamples
{
    public static readonly PartyCode Thailand = new("THA");
    public static readonly CooperativeApproachId Approach = new("CA0099");
    public static readonly DateTimeOffset TransferredAt = new(2025, 11, 11, 3, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset WrittenAt = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    public static AefUnits Units(string registry = "JPN01", long first = 1, long last = 1_009, int vintage = 2021) =>
        new("TH-A-1", new PartyRegistryId(registry), new ItmoId(Approach, new PartyRegistryId("THA01"), Thailand, first, new Vintage(vintage)), last, AefMitigationType.EmissionReductions)
        {
            UnderlyingRegistry = "JCM",
            UnderlyingFirst = $"THA-JPN-TH014-{vintage}-{first}",
            UnderlyingLast = $"THA-JPN-TH014-{vintage}-{last}",
        };

    public static AefAuthorizationRow Authorization(AefPurpose purpose = AefPurpose.Ndc) =>
        new("TH-A-1", new DateOnly(2025, 10, 30), Approach, 1, purpose)
        {
            Quantity = new UnitQuantity(1_009),
            Sectors = ["Energy generation"],
            ActivityTypes = ["Solar"],
            AuthorizedParties = [PartyCode.Japan],
            OccurredFromYear = 2021,
            OccurredToYear = 2030,
        };

    public static AefActionRow FirstTransfer() => new(TransferredAt, AefActionType.FirstTransfer, AefActionSubtype.FirstTransferToAnotherParty, Units("THA01"))
    {
        AcquiringParty = PartyCode.Japan,
    };

    public static AefActionRow Acquisition() => new(TransferredAt, AefActionType.Acquisition, null, Units()) { TransferringParty = Thailand };

    public static AefActionRow Use(int year = 2030, long first = 1, long last = 9) =>
        new(TransferredAt.AddDays(30), AefActionType.Use, null, Units("JPN01", first, last)) { UsingParty = PartyCode.Japan, UsedForYear = year };

    public static AefDocument ThaiFile(params AefActionRow[] actions) => new(
        Submission(Thailand), [Authorization()], actions.Length > 0 ? actions : [FirstTransfer()], [],
        [new AefEntityRow(new DateOnly(2025, 10, 30), "Example Solar Co., Ltd.", Thailand, "0105512345678", Approach)]);

    public static AefDocument JapaneseFile(params AefActionRow[] actions) => new(
        Submission(PartyCode.Japan), [], actions.Length > 0 ? actions : [Acquisition()], [Units("JPN01", 1, 1_009)], []);

    public static AefSubmission Submission(PartyCode party) =>
        new(party, AefSubmissionVersion.First, 2025, new DateOnly(2026, 4, 10), new NdcPeriod(2021, 2030));
}
