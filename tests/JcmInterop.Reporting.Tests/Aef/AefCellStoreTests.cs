using CsCheck;
using JcmInterop.Reporting.Aef;

namespace JcmInterop.Reporting.Tests.Aef;

public sealed class AefCellStoreTests
{
    private static readonly Gen<AefCell> Cell = Gen.OneOf(
        Gen.Const(AefCell.Empty),
        Gen.OneOf(Gen.Const("NA"), Gen.Const("Solar"), Gen.Const("CA0001-THA01-THA-7-2021")).Select(AefCell.OfText),
        Gen.Long[1, 2_000].Select(n => AefCell.OfText($"CA0001-THA01-THA-{n}-2021")),
        Gen.Select(Gen.Int[0, 9_000], Gen.Long[0, 9_999_999_999_999]).Select((a, b) => AefCell.OfText($"X{a:0000}-{b}/z")),
        Gen.String[0, 12].Select(AefCell.OfText),
        Gen.Long.Select(n => AefCell.OfNumber(n)),
        Gen.Long[-3, 3].Select(n => AefCell.OfNumber(n)),
        Gen.Int[0, 800_000].Select(d => AefCell.OfDate(DateOnly.FromDayNumber(d))));

    [Fact]
    public void What_is_kept_is_what_was_given() => Cell.Array[0, 3_000].Sample(cells =>
    {
        var store = new AefCellStore(1);
        foreach (var cell in cells) store.Add([cell]);

        store.Rows.ShouldBe(cells.Length);
        for (var row = 0; row < cells.Length; row++) store[row, 0].ShouldBe(cells[row]);
    }, iter: 60);

    [Fact]
    public void Identifiers_that_differ_in_one_number_are_kept_as_numbers_and_what_repeats_not_at_all()
    {
        const int rows = 20_000;
        var store = new AefCellStore(3);
        for (var i = 0; i < rows; i++)
            store.Add([AefCell.OfText("the same"), AefCell.OfText($"CA0099-THA01-THA-{(i * 10L) + 1}-2021"), AefCell.OfText($"no number {new string((char)('a' + (i % 20)), i % 40)}")]);

        (store[0].WordsKept, store[0].TextsKept).ShouldBe((0, 1));
        store[1].TextsKept.ShouldBeLessThanOrEqualTo(512);
        store[2].TextsKept.ShouldBeLessThanOrEqualTo(512);
        store[rows - 1, 1].ToString().ShouldBe($"CA0099-THA01-THA-{((rows - 1) * 10L) + 1}-2021");
    }
}
