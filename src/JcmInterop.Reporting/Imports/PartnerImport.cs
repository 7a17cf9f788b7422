using JcmInterop.Domain.Programme;

namespace JcmInterop.Reporting.Imports;

/// <summary>Reads a CSV file of JCM partner countries.</summary>
public static class PartnerImport
{
    private static readonly ImportForm<JcmPartner> Form = new(["order", "country", "alpha2", "alpha3", "signed_on", "signed_text", "place", "basis"], Row);

    /// <summary>Reads every partner, or lists every fault.</summary>
    /// <param name="file">Name of the file, for the faults.</param>
    /// <param name="bytes">Its bytes.</param>
    public static ImportResult<JcmPartner> Read(string file, ReadOnlySpan<byte> bytes) => Form.Read(file, bytes, rows =>
    {
        RowChecks.NoDuplicates(rows, "order", partner => partner.Order);
        RowChecks.NoDuplicates(rows, "alpha2", partner => partner.Alpha2);
        RowChecks.NoDuplicates(rows, "alpha3", partner => partner.Party);
    });

    private static JcmPartner Row(RowReader row) => new(
        (int)row.Whole("order", 1, 999),
        row.Text("country"),
        row.Code("alpha2", IsAlpha2, ImportProblem.CodeForm("an ISO alpha-2 code", "ISO の 2 文字の国コード", "TH")),
        row.Party("alpha3"),
        [new Instrument("bilateral document", row.DateUnless("signed_on", ImportSpelling.Unknown), row.Text("signed_text"), row.OptionalText("place"), null, null, row.Text("basis"))]);

    private static bool IsAlpha2(string text) => text.Length == 2 && text.All(char.IsAsciiLetterUpper);
}
