using JcmInterop.Reporting.Aef;

namespace JcmInterop.Reporting.Tests.Aef;

/// <summary>Whether two files say the same, whatever form they came in.</summary>
internal static class AefSame
{
    public static void Cells(AefFile read, AefFile expected)
    {
        read.ReadingFindings.ShouldBeEmpty();
        foreach (var layout in expected.Fields.Layouts)
        {
            read[layout.Table].Count.ShouldBe(expected[layout.Table].Count);
            foreach (var (a, b) in read[layout.Table].Zip(expected[layout.Table])) a.Cells.ShouldBe(b.Cells);
        }
    }
}
