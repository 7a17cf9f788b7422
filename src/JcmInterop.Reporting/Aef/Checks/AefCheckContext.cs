using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Vocabulary;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>A file under check with what it is compared to; every file in it has passed the form, or is looked at with care.</summary>
internal sealed class AefCheckContext
{
    private readonly AefNomenclature nomenclature;

    public AefCheckContext(AefFile file, IReadOnlyList<AefFile> others, AefNomenclature nomenclature)
    {
        this.nomenclature = nomenclature;
        File = file;
        Others = [.. others.Where(o => PartyOf(o) is not null)];
        Party = PartyOf(file) ?? throw new InvalidOperationException("A file without a Party passed the check of its form.");
        ReportedYear = (int)file.Submission!["ReportedYear"].Number;
        Authorizations = All.SelectMany(f => f[AefTable.Authorizations].Select(r => new AefAuthorization(PartyOf(f)!.Value, r)))
            .ToLookup(a => a.Record["AuthorizationID"].ToString(), StringComparer.Ordinal);
        AreSerialsOnly = All.SelectMany(f => f[AefTable.Actions].Concat(f[AefTable.Holdings])).Any(r => r["FirstID"].Kind == AefCellKind.Integer);
    }

    public AefFile File { get; }

    public IReadOnlyList<AefFile> Others { get; }

    public PartyCode Party { get; }

    public int ReportedYear { get; }

    /// <summary>Authorizations of every file, by id.</summary>
    public ILookup<string, AefAuthorization> Authorizations { get; }

    private bool AreSerialsOnly { get; }

    public IEnumerable<AefFile> All => [File, .. Others];

    public static PartyCode? PartyOf(AefFile file) => file.Submission?.Text("ParticipatingParty") is { } text ? PartyNames.Find(text) : null;

    public NdcPeriod? Period()
    {
        var (first, last) = (File.Submission!["FirstYearOfNDCPeriod"].Number, File.Submission["LastYearOfNDCPeriod"].Number);
        return first is >= 2000 and <= 2100 && last >= first && last - first < NdcPeriod.YearsMax ? new NdcPeriod((int)first, (int)last) : null;
    }

    public IEnumerable<AefBlock> Blocks(AefFile file, AefTable table) => file[table].Select(r => AefBlock.Of(r, AreSerialsOnly));

    /// <summary>A term in the spelling of the nomenclature, or nothing.</summary>
    public string? Term(AefRecord record, string technicalName)
    {
        var field = record.Layout.Field(technicalName);
        return record.Text(technicalName) is { } text ? nomenclature[field.Vocabulary!].ValueOf(text) : null;
    }
}
