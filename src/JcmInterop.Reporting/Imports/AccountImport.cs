using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Reporting.Imports;

/// <summary>Reads a CSV file of accounts into the commands that open them.</summary>
public static class AccountImport
{
    private static readonly ImportForm<OpenAccount> Form = new(
        ["number", "kind", "holder_english", "holder_local", "country", "identification_number", "trust_property", "opened_on", "source_note"], Row);

    /// <summary>Reads every account, or lists every fault.</summary>
    /// <param name="file">Name of the file, for the faults.</param>
    /// <param name="bytes">Its bytes.</param>
    public static ImportResult<OpenAccount> Read(string file, ReadOnlySpan<byte> bytes) => Form.Read(file, bytes, rows =>
    {
        RowChecks.NoDuplicates(rows, "number", command => command.Number ?? default);
        foreach (var (place, command) in rows)
            if (command is { Kind: AccountKind.EntityHolding, Holder.Country: null })
                place.Fault("country", ImportProblem.Empty);
    });

    private static OpenAccount Row(RowReader row)
    {
        row.Text("source_note");
        var number = row.Value(
            "number", text => AccountNumber.TryParse(text, out _), AccountNumber.Parse,
            ImportProblem.CodeForm("an account number with matching check digits", "検査数字の合う口座番号", new AccountNumber(PartyCode.Japan, 1).ToString()));
        var kind = row.OneOf<AccountKind>("kind");
        var holder = new AccountHolder(
            row.Text("holder_english"),
            row.OptionalText("holder_local"),
            row.OptionalCode("country", PartyCode.IsValid, ImportProblem.Party),
            row.OptionalText("identification_number"));
        return new OpenAccount(number, kind, holder, row.YesOrNo("trust_property"), row.Date("opened_on"));
    }
}
