using System.Globalization;
using JcmInterop.Reporting.Projections;

namespace JcmInterop.Reporting.Aef.Twins;

/// <summary>Guesses why two cells differ, from their values and from what this side knows of the action.</summary>
internal static class AefCauseGuess
{
    private const string DayForm = "yyyy-MM-dd";

    public static AefCause Of(string field, string expected, string actual, UnitAction? origin)
    {
        if (actual.Length == 0) return AefCauses.LeftEmpty;
        if (Bare(expected) == Bare(actual)) return AefCauses.Spelling;
        return field switch
        {
            "ActionDateTime" or "DateOfAuthorization" => OfDay(expected, actual, origin),
            "QuantityCO2" or "AuthorizedQuantity" => OfQuantity(expected, actual),
            "Vintage" when origin is not null && actual == origin.On.Year.ToString("0000", CultureInfo.InvariantCulture) => AefCauses.ActionYearAsVintage,
            "ActionType" or "ActionSubtype" => actual is "Acquisition" || expected is "Acquisition" ? AefCauses.Direction : AefCauses.FirstOrOnward,
            "TransferringPartyID" or "AcquiringPartyID" => AefCauses.Direction,
            "PartyITMORegistryID" when origin?.Units.Itmo is { } itmo && actual == itmo.Id(0, origin.Units.Vintage).OriginatingRegistry.ToString() => AefCauses.OriginatingRegistry,
            "AuthorizationID" => AefCauses.OtherAuthorization,
            "UnderlyingUnitFirstUnitID" or "UnderlyingUnitLastUnitID" => AefCauses.Offset,
            "FirstID" or "LastID" => SameDigits(expected, actual) ? AefCauses.Transposed : AefCauses.PartOfBlock,
            _ => SameDigits(expected, actual) ? AefCauses.Transposed : AefCauses.Unknown,
        };
    }

    private static AefCause OfDay(string expected, string actual, UnitAction? origin)
    {
        if (Day(expected) is not { } right || Day(actual) is not { } wrong) return AefCauses.Unknown;
        if (Math.Abs(right.DayNumber - wrong.DayNumber) == 1) return AefCauses.LocalDate;
        if (wrong.Year == right.Year && wrong.Month == right.Day && wrong.Day == right.Month) return AefCauses.DayAndMonth;
        if (origin is not null && wrong == DateOnly.FromDateTime(origin.RecordedAt.UtcDateTime)) return AefCauses.RecordingDay;
        return wrong.Year != right.Year ? AefCauses.OtherYear : AefCauses.Unknown;
    }

    private static AefCause OfQuantity(string expected, string actual)
    {
        if (!long.TryParse(expected, NumberStyles.None, CultureInfo.InvariantCulture, out var right) || !long.TryParse(actual, NumberStyles.None, CultureInfo.InvariantCulture, out var wrong)) return AefCauses.Unknown;
        if (right > 0 && wrong > 0 && (wrong / 1_000 == right || right / 1_000 == wrong) && right != wrong) return AefCauses.Factor;
        return SameDigits(expected, actual) ? AefCauses.Transposed : AefCauses.PartOfBlock;
    }

    private static bool SameDigits(string one, string other) =>
        one != other && one.Length == other.Length && one.Any(char.IsAsciiDigit) && one.Order().SequenceEqual(other.Order());

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
