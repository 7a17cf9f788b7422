using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Tests.World;
using JcmInterop.Reporting.Projections;

namespace JcmInterop.Reporting.Tests.Projections;

/// <summary>Two sides whose journals remember when each event was recorded.</summary>
internal sealed class RecordedWorld
{
    private readonly Dictionary<Side, List<RecordedEvent>> journals;

    public RecordedWorld(TwoSides sides)
    {
        Sides = sides;
        journals = new Dictionary<Side, List<RecordedEvent>> { [sides.Japan] = [], [sides.Partner] = [] };
        Record();
    }

    public TwoSides Sides { get; }

    public IReadOnlyList<RecordedEvent> Journal(Side side) => journals[side];

    public RecordedWorld Do(Side side, LedgerCommand command, DateTimeOffset at)
    {
        Sides.Now = at;
        Sides.Do(side, command);
        Record();
        return this;
    }

    private void Record()
    {
        foreach (var (side, journal) in journals) journal.AddRange(side.Journal.Skip(journal.Count).Select(e => new RecordedEvent(Sides.Now, e)));
    }
}
