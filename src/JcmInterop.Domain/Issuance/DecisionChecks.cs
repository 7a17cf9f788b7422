using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Issuance;

/// <summary>The rules a Joint Committee decision must satisfy, in documented order: identity, then sums, then periods.</summary>
internal static class DecisionChecks
{
    /// <summary>Largest number of postings of one side of a line, and of units of one leg.</summary>
    public const int PostingsMax = 1_000;

    /// <summary>Largest number of postings of a decision, so that its notice always fits one message.</summary>
    private const int PostingsOfDecisionMax = 10_000;

    private const int LinesMax = 1_000;
    private const int HolderLengthMax = 200;
    private const int SourceNoteLengthMax = 4_000;
    private const int LineIdLengthMax = 32;

    public static Refusal? Of(Deciding d, JcDecision decision)
    {
        if (decision.Registry != d.Settings.Registry) return IssuanceRules.OtherRegistry.With(decision.Id, decision.Registry, d.Settings.Registry);
        if (decision.DecidedOn is { } on && on > d.LatestToday) return AccountRules.DateInFuture.With(on);
        if (Beyond(decision) is { } beyond) return beyond;
        if (decision.Lines.FirstOrDefault(l => !IsLineId(l.LineId) || decision.Lines.Count(o => o.LineId == l.LineId) > 1) is { } unclear)
            return IssuanceRules.IdUnclear.With(unclear.LineId);
        foreach (var line in decision.Lines)
        {
            if (OfLine(d, line) is { } refusal) return refusal;
        }

        return OfPeriods(d, decision);
    }

    /// <summary>The limit that a decision goes beyond, whoever tells it; nothing where it keeps to all.</summary>
    public static Refusal? Beyond(JcDecision decision)
    {
        if (decision.Lines.Length > LinesMax) return IssuanceRules.TooMany.With(decision.Lines.Length, "lines", LinesMax);
        var postings = decision.Lines.Sum(l => l.Sides.Sum(s => (long)s.Postings.Length));
        if (postings > PostingsOfDecisionMax) return IssuanceRules.TooMany.With(postings, "postings", PostingsOfDecisionMax);
        if (decision.SourceNote.Length > SourceNoteLengthMax) return AccountRules.TextTooLong.With("source note", SourceNoteLengthMax);
        if (decision.Lines.Any(l => l.Sides.Any(s => s.Postings.Any(p => p.Holder.Length > HolderLengthMax)))) return AccountRules.TextTooLong.With("holder", HolderLengthMax);
        var side = decision.Lines.SelectMany(l => l.Sides).FirstOrDefault(s => s.Postings.Length > PostingsMax);
        return side is null ? null : IssuanceRules.TooMany.With(side.Postings.Length, "postings", PostingsMax);
    }

    private static Refusal? OfLine(Deciding d, NotifiedLine line)
    {
        if (!d.State.Projects.ContainsKey(line.Project)) return IssuanceRules.ProjectUnknown.With(line.Project);
        if (line.Sides.Length != 2 || line.Sides[0].Party == line.Sides[1].Party || line.Sides.Any(s => !d.Settings.Registry.Includes(s.Party)))
            return IssuanceRules.SidesUnclear.With(line.LineId, d.Settings.Registry);
        var sum = line.Sides.Sum(s => s.Notified.Tonnes);
        if (sum != line.Total.Tonnes) return IssuanceRules.SumOfSides.With(line.LineId, sum, line.Total);
        if (line.Period is { IsInOrder: false } period) return IssuanceRules.PeriodOutOfOrder.With(line.LineId, period);
        foreach (var side in line.Sides)
        {
            var posted = side.Postings.Sum(p => p.Quantity.Tonnes);
            if (posted != side.Notified.Tonnes) return IssuanceRules.SumOfPostings.With(line.LineId, side.Party, posted, side.Notified);
            if (line.Period is { } days && side.Postings.FirstOrDefault(p => !days.Includes(p.Vintage.Year)) is { } stray)
                return IssuanceRules.VintageOutsidePeriod.With(line.LineId, stray.Vintage, days);
        }

        return null;
    }

    private static Refusal? OfPeriods(Deciding d, JcDecision decision)
    {
        var known = d.State.Decisions.Values.Where(r => r.Own is not null && r.Id != decision.Id).SelectMany(r => r.Own!.Lines.Select(l => (r.Id, Line: l)));
        var all = known.Concat(decision.Lines.Select(l => (decision.Id, Line: l))).Where(e => e.Line.Period is not null).ToList();
        foreach (var line in decision.Lines.Where(l => l.Period is not null))
        {
            var (id, other) = all.Find(e => !ReferenceEquals(e.Line, line) && e.Line.Project == line.Project && e.Line.Period!.Overlaps(line.Period!));
            if (other is not null) return IssuanceRules.PeriodOverlaps.With(line.LineId, line.Period!, other.Period!, id);
        }

        return null;
    }

    /// <summary>Whether a text has the form of a line id; a slash would make keys of legs ambiguous.</summary>
    public static bool IsLineId(string text) => text.Length is >= 1 and <= LineIdLengthMax && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
