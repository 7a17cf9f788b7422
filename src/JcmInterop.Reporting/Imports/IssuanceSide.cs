using System.Collections.Immutable;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Units;

namespace JcmInterop.Reporting.Imports;

/// <summary>One side's cells of an issuance row.</summary>
internal sealed record IssuanceSide(UnitQuantity Notified, ImmutableArray<(string Holder, UnitQuantity Quantity)> Split, LegState State, DateOnly? IssuedOn)
{
    public static IssuanceSide Read(RowReader row, string side)
    {
        var notified = row.Quantity($"{side}_notified");
        var split = ReadSplit(row, $"{side}_postings", notified);
        var word = row.Text($"{side}_issued_on");
        var issuedOn = row.DateUnless($"{side}_issued_on", ImportSpelling.Unknown, ImportSpelling.Pending, ImportSpelling.NotApplicable);
        var state = word switch
        {
            ImportSpelling.Pending => LegState.Pending,
            ImportSpelling.NotApplicable => LegState.NotApplicable,
            _ => LegState.Issued,
        };
        if (row.IsSound && notified.IsZero != (state == LegState.NotApplicable))
            row.Fault($"{side}_issued_on", notified.IsZero ? ImportProblem.ZeroIsNotApplicable : ImportProblem.NotApplicableNeedsZero);
        return new IssuanceSide(notified, split, state, issuedOn);
    }

    private static ImmutableArray<(string Holder, UnitQuantity Quantity)> ReadSplit(RowReader row, string column, UnitQuantity notified)
    {
        var text = row.Text(column);
        if (text == ImportSpelling.NotPublished) return [(ImportSpelling.NotPublished, notified)];
        var split = ImmutableArray.CreateBuilder<(string, UnitQuantity)>();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries))
        {
            var sign = part.LastIndexOf('=');
            var problem = sign <= 0 ? ImportProblem.SplitForm : CellText.Quantity(part[(sign + 1)..].Trim(), out _);
            if (problem is not null)
            {
                if (text.Length > 0) row.Fault(column, problem);
                return [];
            }
            CellText.Quantity(part[(sign + 1)..].Trim(), out var tonnes);
            split.Add((part[..sign].Trim(), new UnitQuantity(Math.Min(tonnes, ImportLimits.NumberMax))));
        }
        var sum = split.Sum(entry => entry.Item2.Tonnes);
        if (row.IsSound && sum != notified.Tonnes) row.Fault(column, ImportProblem.Sum("The holders' quantities", "保有者別の数量の合計", sum, notified.Tonnes));
        return split.ToImmutable();
    }
}
