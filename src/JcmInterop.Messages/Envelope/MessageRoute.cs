using JcmInterop.Domain.Parties;

namespace JcmInterop.Messages.Envelope;

/// <summary>One direction of messages in one bilateral registry; each direction is a hash chain of its own.</summary>
public sealed record MessageRoute
{
    /// <summary>Creates a route.</summary>
    /// <param name="registry">The bilateral registry.</param>
    /// <param name="from">The side that sends.</param>
    /// <exception cref="ArgumentException"><paramref name="from"/> is not a side of the registry.</exception>
    public MessageRoute(BilateralRegistryId registry, PartyCode from)
    {
        Registry = registry;
        From = from;
        To = registry.CounterpartOf(from);
    }

    /// <summary>The bilateral registry.</summary>
    public BilateralRegistryId Registry { get; }

    /// <summary>The side that sends.</summary>
    public PartyCode From { get; }

    /// <summary>The side that receives.</summary>
    public PartyCode To { get; }

    /// <summary>The other direction.</summary>
    public MessageRoute Reverse() => new(Registry, To);

    /// <summary>Registry and direction, for example <c>JPN-THA from THA to JPN</c>.</summary>
    public override string ToString() => $"{Registry} from {From} to {To}";
}
