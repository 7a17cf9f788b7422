using JcmInterop.Domain.Adjustments;
using JcmInterop.Domain.Units;
using JcmInterop.Reporting.Aef.Rows;
using JcmInterop.Reporting.Projections;

namespace JcmInterop.Reporting.Records;

/// <summary>What the records of another system make: corresponding adjustments, table 4 and the agreed electronic format of a Party that has no ledger of its own.</summary>
public sealed class RecordReport
{
    private readonly RecordActions actions;

    private RecordReport(RecordBook book, ReportDates dates)
    {
        (Book, Dates) = (book, dates);
        Outcomes = [.. book.Records.Select(r => RecordOutcome.Of(r, book.Mapping))];
        actions = new RecordActions(book.Mapping, dates);
    }

    /// <summary>The records.</summary>
    public RecordBook Book { get; }

    /// <summary>What counts. A row without a day of recording counts each event as recorded on its day.</summary>
    public ReportDates Dates { get; }

    /// <summary>What each block means, in the order of the records.</summary>
    public IReadOnlyList<RecordOutcome> Outcomes { get; }

    /// <summary>Calendar years from the first authorization or action to the last action.</summary>
    public IReadOnlyList<int> Years
    {
        get
        {
            var reported = Outcomes.Where(o => o is { First: not null, NotInFormat: null }).ToList();
            var years = reported.SelectMany(actions.Of).Select(a => a.ActedAt.Year)
                .Concat(reported.Where(o => o.IsHosted(Book.Mapping)).Select(o => o.Record.AuthorizedOn!.Value.Year)).ToList();
            return years.Count == 0 ? [] : [.. Enumerable.Range(years.Min(), years.Max() - years.Min() + 1)];
        }
    }

    /// <summary>Makes the report.</summary>
    /// <param name="book">The records; there must be no fault.</param>
    /// <param name="dates">What counts.</param>
    /// <exception cref="ArgumentException">The records have faults.</exception>
    public static RecordReport Of(RecordBook book, ReportDates dates) =>
        book.Faults.IsEmpty ? new RecordReport(book, dates) : throw new ArgumentException("Records with faults make no report.", nameof(book));

    /// <summary>What the corresponding adjustments are computed from; the Party's own figures are in no record.</summary>
    public AdjustmentInputs Adjustments() => new(
        Book.Mapping.Period, Book.Mapping.Method,
        [.. Outcomes.Where(o => o.First is not null && o.IsHosted(Book.Mapping)).Select(FirstTransfer)],
        [.. Outcomes.Where(o => o.LeftOut is null && o.IsUsed(Book.Mapping)).Select(Use)])
    {
        EffectiveUntil = Dates.EffectiveUntil,
        RecordedUntil = Dates.RecordedUntilDay,
    };

    /// <summary>The agreed electronic format of one reported year; table 2 has the authorizations given in it.</summary>
    public AefDocument Aef(int year, DateOnly submittedOn)
    {
        var submission = new AefSubmission(Book.Mapping.ReportingParty, AefSubmissionVersion.First, year, submittedOn, Book.Mapping.Period);
        var reported = Outcomes.Where(o => o is { First: not null, NotInFormat: null }).ToList();
        return new AefDocument(
            submission,
            RecordAuthorizations.Of(Outcomes.Where(o => actions.Counts(o.Record, o.Record.AuthorizedOn)), Book.Mapping, year),
            [.. reported.SelectMany(actions.Of).Where(a => a.ActedAt.Year == year).OrderBy(a => a.ActedAt)],
            [.. reported.Where(o => actions.IsHeldAtEndOf(o, submission.HoldingsDay)).Select(o => actions.Units(o.Record))],
            []);
    }

    private static FirstTransferRecord FirstTransfer(RecordOutcome outcome)
    {
        var (record, first) = (outcome.Record, outcome.First!);
        return new FirstTransferRecord(record.Vintage, record.Quantity, first.Purpose, first.On, record.RecordedOn ?? first.On)
        {
            Metric = record.Metric,
            Origin = Origin(record) with { UsingParty = first.Event == FirstTransferEvent.InternationalTransfer ? record.AcquiringParty : null },
        };
    }

    private UseRecord Use(RecordOutcome outcome)
    {
        var record = outcome.Record;
        var on = record.UsedOn!.Value;
        return new UseRecord(record.UsedForYear!.Value, record.Vintage, record.Quantity, on, record.RecordedOn ?? on)
        {
            Metric = record.Metric,
            Origin = Origin(record) with { UsingParty = Book.Mapping.ReportingParty },
        };
    }

    private static AdjustmentOrigin Origin(BlockRecord record) => new()
    {
        Serials = record.Serials,
        Itmo = record.FirstItmo is { } id ? new ItmoBlock(id.CooperativeApproach, id.OriginatingRegistry, id.FirstTransferringParty, id.Serial) : null,
        CooperativeApproach = record.CooperativeApproach,
        TransferringParty = record.Party,
        Sector = record.Sectors.Count == 0 ? null : string.Join("; ", record.Sectors),
        Authorization = record.Authorization,
        Reference = record.Reference is null ? record.Place : $"{record.Place} ({record.Reference})",
    };
}
