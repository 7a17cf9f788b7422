using System.Collections.Immutable;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Domain.Programme;

/// <summary>A JCM partner country of Japan.</summary>
/// <param name="Order">Order of signing, from 1.</param>
/// <param name="Country">Name in English.</param>
/// <param name="Alpha2">ISO alpha-2 code, which is also the prefix of its project references.</param>
/// <param name="Party">ISO alpha-3 code.</param>
/// <param name="Instruments">Bilateral documents with their dates.</param>
public sealed record JcmPartner(int Order, string Country, string Alpha2, PartyCode Party, ImmutableArray<Instrument> Instruments)
{
    /// <summary>The bilateral registry this partner keeps with Japan.</summary>
    public BilateralRegistryId Registry => new(PartyCode.Japan, Party);

    /// <summary>Whether a bilateral document applies on a day.</summary>
    public bool IsPartnerOn(DateOnly day) => Instruments.Any(i => i.AppliesOn(day));
}
