using System.Collections.Frozen;
using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Parties;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Vocabulary;

namespace JcmInterop.Reporting.Aef.Checks;

/// <summary>A file under check with what it is compared to; every file in it has passed the form, or is looked at with care.</summary>
internal sealed class AefCheckContext
{
    private static readonly FrozenDictionary<string, string> VocabularyOf = AefVersion2.Fields.Layouts.SelectMany(l => l.Fields).Where(f => f.Vocabulary is not null)
        .DistinctBy(f => f.TechnicalName).ToFrozenDictionary(f => f.TechnicalName, f => f.Vocabulary!, StringComparer.Ordinal);

    private readonly AefNomenclature nomenclature;
    private readonly Dictionary<(AefFile, AefTable), IReadOnlyList<AefBlock>> blocks = [];
    private readonly AefBlockReader reader;

    public AefCheckContext(AefFile file, IReadOnlyList<AefFile> others, AefNomenclature nomenclature)
    {
        this.nomenclature = nomenclature;
        File = file;
        Others = [.. others.Where(o => o.Party is not null)];
        Party = file.Party ?? throw new InvalidOperationException("A file without a Party passed the check of its form.");
        ReportedYear = file.ReportedYear ?? throw new InvalidOperationException("A file without a year passed the check of its form.");
        Authorizations = All.SelectMany(f => f[AefTable.Authorizations].Select(r => new AefAuthorization(f.Party!.Value, r)))
            .ToLookup(a => a.Record["AuthorizationID"].ToString(), StringComparer.Ordinal);
        reader = new AefBlockReader(AefBlockReader.UsesSerialsOnly(All.SelectMany(f => f[AefTable.Actions].Concat(f[AefTable.Holdings]))));
    }

    public AefFile File { get; }

    public IReadOnlyList<AefFile> Others { get; }

    public PartyCode Party { get; }

    public int ReportedYear { get; }

    /// <summary>Authorizations of every file, by id.</summary>
    public ILookup<string, AefAuthorization> Authorizations { get; }

    public IEnumerable<AefFile> All => [File, .. Others];

    /// <summary>This Party's submission for the year before, in its newest version, or nothing.</summary>
    public AefFile? YearBefore => Others.Where(o => o.Party == Party && o.ReportedYear == ReportedYear - 1).MaxBy(o => o.Version);

    public NdcPeriod? Period()
    {
        var (first, last) = (File.Submission!["FirstYearOfNDCPeriod"].Number, File.Submission["LastYearOfNDCPeriod"].Number);
        return first is >= 2000 and <= 2100 && last >= first && last - first < NdcPeriod.YearsMax ? new NdcPeriod((int)first, (int)last) : null;
    }

    /// <summary>The blocks of table 3 or 4 of a file, one per row, in order.</summary>
    public IReadOnlyList<AefBlock> Blocks(AefFile file, AefTable table)
    {
        if (!blocks.TryGetValue((file, table), out var known)) blocks[(file, table)] = known = [.. file[table].Select(r => reader.Of(r, ReferenceEquals(file, File)))];
        return known;
    }

    /// <summary>A term in the spelling of the nomenclature, or nothing.</summary>
    public string? Term(AefRecord record, string technicalName) =>
        record.Text(technicalName) is { } text ? nomenclature[VocabularyOf[technicalName]].ValueOf(text) : null;
}
