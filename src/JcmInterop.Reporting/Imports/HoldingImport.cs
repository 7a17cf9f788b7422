using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Imports;

/// <summary>Reads a CSV statement of holdings, for example a partner's, to be compared with our own records.</summary>
public static class HoldingImport
{
    private static readonly ImportForm<ImportedHolding> Form = new(
        ["account", "project", "vintage", "serial_prefix", "serial_first", "serial_final", "serial_suffix", "quantity"], Row);

    /// <summary>Reads every block, or lists every fault.</summary>
    /// <param name="file">Name of the file, for the faults.</param>
    /// <param name="bytes">Its bytes.</param>
    public static ImportResult<ImportedHolding> Read(string file, ReadOnlySpan<byte> bytes) => Form.Read(file, bytes, rows =>
        RowChecks.NoOverlaps(
            rows, "serial_first", holding => (holding.Serials.Prefix, holding.Serials.Suffix), holding => holding.Serials.First, holding => holding.Serials.Final,
            ImportProblem.SerialsOverlap));

    private static ImportedHolding Row(RowReader row)
    {
        var account = row.Value(
            "account", text => AccountNumber.TryParse(text, out _), AccountNumber.Parse,
            ImportProblem.CodeForm("an account number with matching check digits", "検査数字の合う口座番号", new AccountNumber(PartyCode.Japan, 1).ToString()));
        var project = row.Project("project");
        var vintage = row.Vintage("vintage");
        var quantity = row.Quantity("quantity");
        return new ImportedHolding(account, project, vintage, Serials(row, quantity));
    }

    private static SerialRange Serials(RowReader row, UnitQuantity quantity)
    {
        var prefix = row.OptionalText("serial_prefix") ?? "";
        var suffix = row.OptionalText("serial_suffix") ?? "";
        var first = row.Whole("serial_first", 1, ImportLimits.NumberMax);
        var final = row.Whole("serial_final", 1, ImportLimits.NumberMax);
        if (row.IsSound && SerialRange.Fault(prefix, first, final, suffix) is { } fault) row.Fault("serial_first", ImportProblem.Serials(fault));
        if (!row.IsSound) return new SerialRange("", 1, 1);
        var serials = new SerialRange(prefix, first, final, suffix);
        if (serials.Quantity != quantity)
            row.Fault("quantity", ImportProblem.Sum("The serials", "識別番号の個数", serials.Quantity.Tonnes, quantity.Tonnes));
        return serials;
    }
}
