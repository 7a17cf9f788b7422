using JcmInterop.Reporting.Aef.Fields;

namespace JcmInterop.Reporting.Aef;

/// <summary>Names the place of a field in a row of one table of one file, for example <c>Table 3 Actions!D9</c>.</summary>
/// <param name="field">The field, or nothing for the row as a whole.</param>
/// <param name="row">The row.</param>
internal delegate string AefPlaces(AefField? field, int row);
