using System.Text;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Grains.Adjustments;
using JcmInterop.Grains.Problems;

namespace JcmInterop.Grains.Tests.Adjustments;

public sealed class SupposedRecordsTests
{
    [Fact]
    public void Records_are_read_in_the_metric_of_the_calculation_and_keep_their_note()
    {
        var text = """
            {"firstTransfers":[{"vintage":2025,"quantity":1000,"purpose":"oimp","on":"2027-03-01","note":"a sale"}],"uses":[{"usedForYear":2028,"vintage":2025,"quantity":7,"on":"2028-04-01"}]}
            """;
        var (transfers, uses) = Read(text).ShouldNotBeNull().In(new AdjustmentMetric("MWh"));

        var transfer = transfers.ShouldHaveSingleItem();
        (transfer.Vintage.Year, transfer.Quantity.Tonnes, transfer.Purpose, transfer.EffectiveOn, transfer.RecordedOn)
            .ShouldBe((2025, 1000, FirstTransferPurpose.OtherInternationalMitigation, new DateOnly(2027, 3, 1), new DateOnly(2027, 3, 1)));
        transfer.Metric.ShouldBe(new AdjustmentMetric("MWh"));
        transfer.Origin.Reference.ShouldBe("a sale");
        var use = uses.ShouldHaveSingleItem();
        (use.UsedForYear, use.Vintage.Year, use.Quantity.Tonnes).ShouldBe((2028, 2025, 7));
    }

    [Theory]
    [InlineData("", "$ line 1")]
    [InlineData("null", "$")]
    [InlineData("{\"firstTransfers\":[],\"uses\":[]}", "$")]
    [InlineData("{\"firstTransfers\":[]}", "$ line 1")]
    [InlineData("{\"firstTransfers\":[null],\"uses\":[]}", "$.firstTransfers[0]")]
    [InlineData("{\"firstTransfers\":[],\"uses\":[null]}", "$.uses[0]")]
    [InlineData("{\"firstTransfers\":[],\"uses\":[],\"transfers\":[]}", "$.transfers line 1")]
    [InlineData("{\"firstTransfers\":[{\"vintage\":2020,\"quantity\":1,\"purpose\":\"ndc\",\"on\":\"2027-01-01\"}],\"uses\":[]}", "$.firstTransfers[0].vintage")]
    [InlineData("{\"firstTransfers\":[{\"vintage\":2101,\"quantity\":1,\"purpose\":\"ndc\",\"on\":\"2027-01-01\"}],\"uses\":[]}", "$.firstTransfers[0].vintage")]
    [InlineData("{\"firstTransfers\":[{\"vintage\":2025,\"quantity\":0,\"purpose\":\"ndc\",\"on\":\"2027-01-01\"}],\"uses\":[]}", "$.firstTransfers[0].quantity")]
    [InlineData("{\"firstTransfers\":[{\"vintage\":2025,\"quantity\":1000000000000000,\"purpose\":\"ndc\",\"on\":\"2027-01-01\"}],\"uses\":[]}", "$.firstTransfers[0].quantity")]
    [InlineData("{\"firstTransfers\":[{\"vintage\":2025,\"quantity\":1.5,\"purpose\":\"ndc\",\"on\":\"2027-01-01\"}],\"uses\":[]}", "$.firstTransfers[0].quantity line 1")]
    [InlineData("{\"firstTransfers\":[{\"vintage\":2025,\"quantity\":1,\"purpose\":\"NDC\",\"on\":\"2027-01-01\"}],\"uses\":[]}", "$.firstTransfers[0].purpose")]
    [InlineData("{\"firstTransfers\":[{\"vintage\":2025,\"quantity\":1,\"purpose\":\"ndc\",\"on\":\"1.3.2027\"}],\"uses\":[]}", "$.firstTransfers[0].on line 1")]
    [InlineData("{\"firstTransfers\":[],\"uses\":[{\"usedForYear\":28,\"vintage\":2025,\"quantity\":1,\"on\":\"2027-01-01\"}]}", "$.uses[0].usedForYear")]
    public void A_text_that_is_not_usable_names_the_place(string text, string place)
    {
        SupposedRecords.Read(Encoding.UTF8.GetBytes(text), out var problem).ShouldBeNull();
        problem.ShouldNotBeNull().Number.ShouldBe(NodeProblems.UnreadableSupposition);
        problem.Place.ShouldStartWith(place);
        problem.Japanese.ShouldNotBeEmpty();
    }

    [Fact]
    public void Text_records_and_notes_are_bounded()
    {
        SupposedRecords.Read(new byte[SupposedRecords.BytesMax + 1], out var large).ShouldBeNull();
        large!.English.ShouldContain($"{SupposedRecords.BytesMax}");
        var many = string.Join(',', Enumerable.Repeat("{\"usedForYear\":2028,\"vintage\":2025,\"quantity\":1,\"on\":\"2028-04-01\"}", SupposedRecords.RecordsMax + 1));
        SupposedRecords.Read(Encoding.UTF8.GetBytes($"{{\"firstTransfers\":[],\"uses\":[{many}]}}"), out var numerous).ShouldBeNull();
        numerous!.English.ShouldContain($"{SupposedRecords.RecordsMax + 1}");
        var note = new string('n', 201);
        SupposedRecords.Read(Encoding.UTF8.GetBytes($"{{\"firstTransfers\":[],\"uses\":[{{\"usedForYear\":2028,\"vintage\":2025,\"quantity\":1,\"on\":\"2028-04-01\",\"note\":\"{note}\"}}]}}"), out var wordy).ShouldBeNull();
        wordy!.Place.ShouldBe("$.uses[0].note");
    }

    private static SupposedRecords? Read(string text)
    {
        var records = SupposedRecords.Read(Encoding.UTF8.GetBytes(text), out var problem);
        problem.ShouldBeNull();
        return records;
    }
}
