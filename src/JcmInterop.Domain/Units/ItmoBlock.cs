using JcmInterop.Domain.Parties;

namespace JcmInterop.Domain.Units;

/// <summary>The ITMO identity of a block of units: the parts all identifiers share, and the ITMO serial of the block's first unit.</summary>
/// <remarks>The offset between ITMO serial and unit serial is fixed when the identity is given and never changes, also through splits, so
/// that overlapping blocks always map one to one.</remarks>
/// <param name="CooperativeApproach">Cooperative approach of the authorization.</param>
/// <param name="OriginatingRegistry">Registry in which the units became ITMOs; never changes.</param>
/// <param name="FirstTransferringParty">Party that first transferred them.</param>
/// <param name="FirstSerial">ITMO serial of the first unit of the block.</param>
public sealed record ItmoBlock(CooperativeApproachId CooperativeApproach, PartyRegistryId OriginatingRegistry, PartyCode FirstTransferringParty, long FirstSerial)
{
    /// <summary>The identifier of the unit <paramref name="offset"/> places after the first one.</summary>
    public ItmoId Id(long offset, Vintage vintage) =>
        new(CooperativeApproach, OriginatingRegistry, FirstTransferringParty, checked(FirstSerial + offset), vintage);

    /// <summary>The identity of a part of the block that starts <paramref name="offset"/> units after its first.</summary>
    public ItmoBlock From(long offset) => this with { FirstSerial = checked(FirstSerial + offset) };
}
