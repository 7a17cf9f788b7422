using System.Collections.Immutable;
using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Units;

/// <summary>Tells the partner that the sender used or cancelled units that came from it, or that it first transferred by cancelling.</summary>
/// <param name="Disposal">How they ended.</param>
/// <param name="Units">The units.</param>
public sealed record DisposalNotice(Disposal Disposal, ImmutableArray<UnitRun> Units) : PartnerMessage;
