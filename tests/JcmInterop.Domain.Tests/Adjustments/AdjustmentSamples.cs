using CsCheck;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Transfers;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Tests.Adjustments;

/// <summary>Records with blocks behind them, made for the properties and examples of the adjustments.</summary>
internal static class AdjustmentSamples
{
    public static readonly NdcPeriod Period = new(2021, 2030);

    private static readonly string[] Partners = ["MNG", "THA", "IDN"];

    private static readonly Gen<DateOnly> Days = Gen.Int[0, 4000].Select(days => new DateOnly(2021, 1, 1).AddDays(days));

    private static readonly Gen<FirstTransferRecord> FirstTransfer =
        Gen.Select(Gen.Int[2019, 2033], Gen.Int[1, 50_000], Gen.Bool, Days, Gen.Int[0, 400], Gen.Int[0, 2]).Select((vintage, tonnes, isNdc, on, lag, partner) =>
            new FirstTransferRecord(
                new Vintage(vintage), new UnitQuantity(tonnes), isNdc ? FirstTransferPurpose.Ndc : FirstTransferPurpose.OtherInternationalMitigation, on, on.AddDays(lag))
            {
                Origin = Block(partner, tonnes) with { UsingParty = PartyCode.Japan, TransferringParty = new PartyCode(Partners[partner]) },
            });

    private static readonly Gen<UseRecord> Use =
        Gen.Select(Gen.Int[2019, 2033], Gen.Int[2019, 2033], Gen.Int[1, 50_000], Days, Gen.Int[0, 400], Gen.Int[0, 2]).Select((year, vintage, tonnes, on, lag, partner) =>
            new UseRecord(year, new Vintage(vintage), new UnitQuantity(tonnes), on, on.AddDays(lag)) { Origin = Block(partner, tonnes) });

    public static Gen<AdjustmentInputs> Inputs { get; } =
        Gen.Select(FirstTransfer.Array[0, 25], Use.Array[0, 25], Gen.Enum<AdjustmentMethod>(), Days, Days).Select((transfers, uses, method, effective, recorded) =>
            new AdjustmentInputs(Period, method, transfers, uses) { EffectiveUntil = effective, RecordedUntil = recorded });

    public static FirstTransferRecord Transferred(int vintage, int year, long tonnes, FirstTransferPurpose purpose = FirstTransferPurpose.Ndc) =>
        new(new Vintage(vintage), new UnitQuantity(tonnes), purpose, new DateOnly(year, 6, 30), new DateOnly(year, 6, 30));

    public static UseRecord Used(int year, long tonnes) =>
        new(year, new Vintage(2025), new UnitQuantity(tonnes), new DateOnly(2031, 6, 30), new DateOnly(2031, 6, 30));

    private static AdjustmentOrigin Block(int partner, long tonnes) => new()
    {
        Serials = new SerialRange($"JC-{Partners[partner]}-", 1_000, 999 + tonnes),
        CooperativeApproach = new CooperativeApproachId($"CA000{partner + 1}"),
        Transfer = new TransferId(new Guid(partner + 1, 2, 3, new byte[8])),
    };
}
