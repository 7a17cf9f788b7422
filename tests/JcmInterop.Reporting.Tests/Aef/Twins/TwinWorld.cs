using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Aef;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Twins;
using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Projections;
using JcmInterop.Reporting.Tests.Projections;

namespace JcmInterop.Reporting.Tests.Aef.Twins;

/// <summary>Two nodes that traded: a first transfer from Thailand to Japan, a part of it sent back, an offer that was refused, and a use by Japan.</summary>
internal sealed class TwinWorld
{
    public const int Year = 2025;
    private static readonly DateTimeOffset December = new(2025, 12, 1, 3, 0, 0, TimeSpan.Zero);
    private readonly RecordedWorld world = new(Sample.Thailand());

    public TwinWorld()
    {
        var (japan, thailand) = (world.Sides.Japan, world.Sides.Partner);
        var account = Sample.Account(Sample.Jpn, 1);
        First = TwoSides.Id(901);
        Back = TwoSides.Id(902);
        Refused = TwoSides.Id(903);
        world.Do(thailand, new ProposeTransfer(First, [Sample.Of901(1, 1_009)], account, Sample.ThaiAuthorization, null, December.AddDays(10)), December);
        world.Do(japan, new AcceptTransfer(First, account, null), December.AddHours(1));
        world.Do(japan, new ProposeTransfer(Back, [new UnitSelection(account, Sample.Serials901(600, 699))], Sample.Account(Sample.Tha, 101), null, null, December.AddDays(20)), December.AddDays(4));
        world.Do(thailand, new AcceptTransfer(Back, Sample.Account(Sample.Tha, 101), null), December.AddDays(5));
        world.Do(thailand, new ProposeTransfer(Refused, [Sample.Of901(2_001, 2_050)], account, Sample.ThaiAuthorization, null, December.AddDays(20)), December.AddDays(6));
        world.Do(japan, new RefuseTransfer(Refused, "not agreed"), December.AddDays(6).AddHours(1));
        world.Do(japan, new UseTowardsNdc(new UnitSelection(account, Sample.Serials901(1, 9)), Sample.Account(Sample.Jpn, 2), 2025, null), December.AddDays(7));
        world.Sides.LawsHold();
    }

    public TransferId First { get; }

    public TransferId Back { get; }

    public TransferId Refused { get; }

    /// <summary>What Japan's ledger, or Thailand's, says both should file.</summary>
    public AefTwin Twin(bool ofJapan, AefProfile profile)
    {
        var side = Side(ofJapan);
        return new AefTwinBuilder(side.Settings, History(side), profile).Build(Submission(side));
    }

    /// <summary>What a node files itself.</summary>
    public AefDocument Filed(bool byJapan)
    {
        var side = Side(byJapan);
        return new AefSubmissionBuilder(side.Settings, History(side)).Build(Submission(side));
    }

    public AefFile FiledCells(bool byJapan, AefProfile profile) => AefFile.Of(Filed(byJapan), AefVersion2.Fields, profile);

    private static AefSubmission Submission(Side side) => new(side.Settings.Party, AefSubmissionVersion.First, Year, new DateOnly(2026, 4, 1), NdcPeriod.Decade2021);

    private Side Side(bool isJapan) => isJapan ? world.Sides.Japan : world.Sides.Partner;

    private ActionHistory History(Side side) => ActionHistory.Read(side.Settings.Party, world.Journal(side));
}
