using System.Collections.Frozen;
using System.Text;
using JcmInterop.Domain.Programme;
using JcmInterop.Reporting.Imports;

namespace JcmInterop.Reporting.Tests.Imports;

/// <summary>A good file of each kind, and changed copies of it.</summary>
internal static class CsvFile
{
    public const string Project =
        """
        reference,title,title_local,registered_on,methodologies,sectors,activity_types,source_note
        TH014,5 MW floating PV,,2020-09-28,TH_AM001 Ver1.0,Energy generation,Solar,made up for a test
        MN006,15 MW solar,,2023-06-02,MN_AM003 Ver2.0; MN_AM004 Ver1.0,Energy generation,Solar,made up for a test
        """;

    public const string Account =
        """
        number,kind,holder_english,holder_local,country,identification_number,trust_property,opened_on,source_note
        JPN-1-76,GovernmentHolding,Government of Japan,日本国政府,,,no,2025-04-01,made up for a test
        JPN-2-73,EntityHolding,Énergie Exemple S.A.,,FRA,FR-1,yes,2025-04-01,made up for a test
        """;

    public const string Issuance =
        """
        registry,decision,line,project,period_from,period_to,decided_on,total,partner_notified,partner_postings,partner_issued_on,japan_notified,japan_postings,japan_issued_on,vintage,vintage_basis,source_note
        JPN-MNG,MN-1,MN006,MN006,2019-07-06,2020-06-30,2026-01-24,30312,6063,not published,pending,24249,Government=24000; Mayekawa=249,2026-01-30,2020,stated,made up for a test
        JPN-MNG,MN-1,MN006-B,MN006,2020-07-01,2020-12-31,2026-01-24,1,1,not published,2026-01-24,0,not published,not applicable,2020,stated,made up for a test
        """;

    public const string Authorization =
        """
        authorization,version,authorizing_party,authorized_on,cooperative_approach,uses,authorized_parties,authorized_entities,quantity_cap,vintage_first,vintage_final,projects,first_transfer_definition,expires_on,tracking_registry,sectors,activity_types,purpose_text,terms,source_note
        THA-1,1,THA,2025-10-30,CA9001,NDC; IMP,JPN,none,5000,2021,2024,TH014,Authorization,2030-12-31,THA01,Energy generation,Solar,,"Clause 1.
        Clause 2, with a ""word"" in quotation marks.",made up for a test
        """;

    public const string Holding =
        """
        account,project,vintage,serial_prefix,serial_first,serial_final,serial_suffix,quantity
        JPN-1-76,TH014,2021,JPN-THA-TH014-2021-,1,1000,,1000
        JPN-1-76,TH014,2021,JPN-THA-TH014-2021-,1001,1009,,9
        """;

    public static FrozenSet<ProjectReference> Registered { get; } = new[] { new ProjectReference("TH014"), new ProjectReference("MN006") }.ToFrozenSet();

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static ImportResult<RegisterProject> Projects(string text) => ProjectImport.Read("projects.csv", Bytes(text));

    public static ImportResult<ImportedDecision> Issuances(string text) => IssuanceImport.Read("issuances.csv", Bytes(text), Registered);

    /// <summary>A copy in which one piece of text, which must be there, is another.</summary>
    public static string With(this string file, string old, string changed)
    {
        file.ShouldContain(old, Case.Sensitive);
        return file.Replace(old, changed, StringComparison.Ordinal);
    }

    /// <summary>The one fault of a file that has exactly one.</summary>
    public static ImportFault OnlyFault<TRow>(this ImportResult<TRow> result)
    {
        result.Rows.ShouldBeEmpty();
        var fault = result.Faults.ShouldHaveSingleItem();
        fault.Reason.Japanese.ShouldNotBeNullOrWhiteSpace();
        fault.Remedy.Japanese.ShouldNotBeNullOrWhiteSpace();
        return fault;
    }
}
