using System.Collections.Immutable;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Issuance;

/// <summary>What the Joint Committee notified to one side. Notified integers are stored, never recomputed from a percentage.</summary>
/// <param name="Party">The side.</param>
/// <param name="Notified">Total of the side, whole tonnes; zero is allowed.</param>
/// <param name="Postings">The total by holder and vintage; they sum to it.</param>
public sealed record SideNotification(PartyCode Party, UnitQuantity Notified, ImmutableArray<NotifiedPosting> Postings);
