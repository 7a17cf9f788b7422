using JcmInterop.Domain.Ledger;

namespace JcmInterop.Reporting.Projections;

/// <summary>An event of the journal with the moment it was recorded; the day it took effect is inside the event.</summary>
/// <param name="RecordedAt">Moment of recording, UTC.</param>
/// <param name="Event">What happened.</param>
public sealed record RecordedEvent(DateTimeOffset RecordedAt, LedgerEvent Event);
