using JcmInterop.Reporting.Aef.Vocabulary;
using JcmInterop.Reporting.Projections;

namespace JcmInterop.Reporting.Aef.Twins;

/// <summary>Compares two cells of one field by what they mean.</summary>
internal static class AefCellComparison
{
    public static AefMismatch? Of(AefCanonical canonical, AefRecord expected, AefRecord actual, string field, UnitAction? origin)
    {
        if (expected.Layout.IndexOf(field) < 0 || actual.Layout.IndexOf(field) < 0) return null;
        var (one, other) = (expected.Layout.Field(field), actual.Layout.Field(field));
        var (right, wrong) = (canonical.Of(one, expected[field]), canonical.Of(other, actual[field]));
        if (right == wrong || canonical.AreSame(one, expected[field], actual[field])) return null;
        return new AefMismatch(
            expected.Layout.Table, AefMismatchKind.Cell, field, expected[field].ToString(), expected.Place(field), actual[field].ToString(), actual.Place(field),
            AefCauseGuess.Of(field, right, wrong, origin))
        { Transfer = origin?.Transfer };
    }
}
