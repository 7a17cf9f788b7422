using JcmInterop.Reporting.Aef;
using JcmInterop.Reporting.Aef.Archives;
using JcmInterop.Reporting.Aef.Fields;
using JcmInterop.Reporting.Aef.Revisions;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Aef.Vocabulary;

namespace JcmInterop.Reporting.Tests.Aef;

public sealed class AefArchiveTests : IDisposable
{
    private static readonly DateTimeOffset Later = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, long> Journals = new() { ["JPN-THA"] = 77 };
    private static readonly AefDocument Japan = AefSamples.JapaneseFile();
    private readonly TemporaryPath place = new();

    private AefArchive Archive => new(place.Path);

    public void Dispose() => place.Dispose();

    [Fact]
    public void Frozen_holdings_are_read_back_as_they_were_and_never_written_again()
    {
        var entry = Archive.Freeze(Japan.Submission, Japan.Holdings, Later, Journals);

        Archive.FrozenHoldings(Japan.Submission.Party, 2025).ShouldBe(Japan.Holdings);
        Archive.FrozenHoldings(AefSamples.Thailand, 2025).ShouldBeNull();
        (entry.File, entry.Journals["JPN-THA"]).ShouldBe(("JPN_2025-12-31_holdings.json", 77));
        Should.Throw<AefArchiveException>(() => Archive.Freeze(Japan.Submission, [], Later, Journals)).Message.ShouldContain("never written again");
        Archive.FrozenHoldings(Japan.Submission.Party, 2025)!.Count.ShouldBe(1);
    }

    [Fact]
    public void A_year_that_is_not_over_is_not_frozen()
    {
        Should.Throw<AefArchiveException>(() => Archive.Freeze(Japan.Submission, [], new DateTimeOffset(2025, 12, 31, 23, 59, 59, TimeSpan.Zero), Journals)).Japanese.ShouldContain("終わっていません");
        Archive.Freeze(Japan.Submission, [], new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), Journals).Sequence.ShouldBe(1);
    }

    [Fact]
    public void A_kept_file_or_log_that_somebody_changed_is_not_read()
    {
        var entry = Archive.Freeze(Japan.Submission, Japan.Holdings, Later, Journals);
        Archive.KeepSubmission(Japan, AefProfile.Nomenclature, Later, Journals);
        var (file, log) = (Path.Combine(place.Path, entry.File), Path.Combine(place.Path, "filings.jsonl"));
        File.SetAttributes(file, FileAttributes.Normal);
        File.WriteAllText(file, File.ReadAllText(file).Replace("1009", "1010", StringComparison.Ordinal));

        Should.Throw<AefArchiveException>(() => Archive.FrozenHoldings(Japan.Submission.Party, 2025)).Message.ShouldContain("is not what was kept on 2026-03-01");

        var lines = File.ReadAllLines(log);
        File.WriteAllLines(log, lines[1..]);
        Should.Throw<AefArchiveException>(() => Archive.Entries).Message.ShouldContain("line 1");
        File.WriteAllLines(log, [lines[0].Replace("77", "78", StringComparison.Ordinal), lines[1]]);
        Should.Throw<AefArchiveException>(() => Archive.Entries).Message.ShouldContain("line 2");
        File.WriteAllText(log, "{");
        Should.Throw<AefArchiveException>(() => Archive.Entries).Message.ShouldContain("not JSON");
    }

    [Fact]
    public void Versions_begin_at_1_0_and_only_rise()
    {
        Should.Throw<AefArchiveException>(() => Keep(1, 1)).Message.ShouldContain("1.0");
        Keep(1, 0);
        Keep(1, 1);
        Keep(2, 0);

        Should.Throw<AefArchiveException>(() => Keep(1, 2)).Message.ShouldContain("not above 2.0");
        Archive.Versions(Japan.Submission.Party, 2025).Select(v => v.ToString()).ShouldBe(["1.0", "1.1", "2.0"]);
        Archive.Versions(AefSamples.Thailand, 2025).ShouldBeEmpty();
        AefSame.Cells(Archive.Submission(Japan.Submission.Party, 2025, new AefSubmissionVersion(1, 1)), AefFile.Of(Version(1, 1), AefVersion2.Fields, AefProfile.Nomenclature));
        Should.Throw<AefArchiveException>(() => Archive.Submission(Japan.Submission.Party, 2025, new AefSubmissionVersion(3, 0)));
    }

    [Fact]
    public void A_file_left_by_a_run_that_was_cut_off_is_written_anew()
    {
        Directory.CreateDirectory(place.Path);
        File.WriteAllText(Path.Combine(place.Path, "JPN_2025_1.0.json"), "half");

        Keep(1, 0);

        Archive.Submission(Japan.Submission.Party, 2025, AefSubmissionVersion.First).Party.ShouldBe(Japan.Submission.Party);
    }

    [Fact]
    public void A_revision_lists_rows_and_cells_and_a_change_of_profile_is_none()
    {
        var old = Japan with { Actions = [AefSamples.Acquisition(), AefSamples.Use(), AefSamples.Use(2029, 10, 19)] };
        var revised = Japan with
        {
            Submission = Japan.Submission with { Version = new AefSubmissionVersion(1, 1) },
            Actions = [AefSamples.Acquisition() with { Units = AefSamples.Units() with { AuthorizationId = "TH-A-2" } }, AefSamples.Use(), AefSamples.Use(2029, 30, 39)],
            Holdings = [AefSamples.Units(first: 40)],
        };

        AefRevision.Between(Of(old, AefProfile.Nomenclature), Of(old, AefProfile.Checker), AefNomenclature.February2026).ShouldBeEmpty();
        AefRevision.Between(Of(old, AefProfile.Checker), Of(revised, AefProfile.Nomenclature), AefNomenclature.February2026)
            .Select(c => (c.Table, c.Kind, c.Field, c.NewValue)).ShouldBe(
            [
                (AefTable.Submission, AefChangeKind.CellChanged, "SubmissionVersion", "1.1"),
                (AefTable.Actions, AefChangeKind.RowRemoved, "FirstID", ""),
                (AefTable.Actions, AefChangeKind.CellChanged, "AuthorizationID", "TH-A-2"),
                (AefTable.Actions, AefChangeKind.RowAdded, "FirstID", "30"),
                (AefTable.Holdings, AefChangeKind.CellChanged, "FirstID", "40"),
                (AefTable.Holdings, AefChangeKind.CellChanged, "UnderlyingUnitFirstUnitID", "THA-JPN-TH014-2021-40"),
                (AefTable.Holdings, AefChangeKind.CellChanged, "QuantityCO2", "970"),
            ]);
    }

    private static AefFile Of(AefDocument document, AefProfile profile) => AefFile.Of(document, AefVersion2.Fields, profile);

    private static AefDocument Version(int major, int minor) => Japan with { Submission = Japan.Submission with { Version = new AefSubmissionVersion(major, minor) } };

    private void Keep(int major, int minor) => Archive.KeepSubmission(Version(major, minor), AefProfile.Nomenclature, Later, Journals);
}
