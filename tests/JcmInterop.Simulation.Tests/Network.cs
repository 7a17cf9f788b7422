using JcmInterop.Grains.Links;

namespace JcmInterop.Simulation.Tests;

/// <summary>A request or its answer on its way.</summary>
/// <param name="ToJapan">Where it goes.</param>
/// <param name="Exchange">Which request, or which one is answered.</param>
internal abstract record Parcel(bool ToJapan, long Exchange)
{
    /// <summary>A signed message, or the question for the time where there are no bytes.</summary>
    internal sealed record Request(bool ToJapan, long Exchange, ReadOnlyMemory<byte>? Bytes) : Parcel(ToJapan, Exchange);

    /// <summary>What came back.</summary>
    internal sealed record Reply(bool ToJapan, long Exchange, PartnerAnswer Answer) : Parcel(ToJapan, Exchange);
}

/// <summary>Everything on its way between the two sides; it keeps no order.</summary>
internal sealed class Network
{
    private readonly List<Parcel> inFlight = [];
    private long exchanges;

    /// <summary>While it is broken nothing arrives; what is sent is lost.</summary>
    public bool IsBroken { get; set; }

    public int Count => inFlight.Count;

    public long NextExchange() => ++exchanges;

    public void Send(Parcel parcel)
    {
        if (!IsBroken) inFlight.Add(parcel);
    }

    /// <summary>Everything on its way is lost.</summary>
    public void Clear() => inFlight.Clear();

    /// <summary>Takes one thing out; nothing where nothing is on its way.</summary>
    public Parcel? Take(int choice, bool isKept)
    {
        if (inFlight.Count == 0 || IsBroken) return null;
        var taken = inFlight[choice % inFlight.Count];
        if (!isKept) inFlight.Remove(taken);
        return taken;
    }

    /// <summary>A message on its way, to copy; nothing where there is none.</summary>
    public Parcel.Request? Message(int choice)
    {
        var messages = inFlight.OfType<Parcel.Request>().Where(r => r.Bytes is not null).ToList();
        return messages.Count == 0 ? null : messages[choice % messages.Count];
    }
}
