namespace JcmInterop.Simulation.Tests;

/// <summary>Everything on its way between the two sides; it keeps no order.</summary>
internal sealed class Network
{
    private readonly List<(bool ToJapan, object What)> inFlight = [];

    /// <summary>While it is broken nothing arrives; what is sent is lost.</summary>
    public bool IsBroken { get; set; }

    public int Count => inFlight.Count;

    public void Send(bool toJapan, object what)
    {
        if (!IsBroken) inFlight.Add((toJapan, what));
    }

    /// <summary>Takes one thing out; nothing where nothing is on its way.</summary>
    public (bool ToJapan, object What)? Take(int choice, bool isKept)
    {
        if (inFlight.Count == 0 || IsBroken) return null;
        var index = choice % inFlight.Count;
        var taken = inFlight[index];
        if (!isKept) inFlight.RemoveAt(index);
        return taken;
    }

    public void Lose(int choice)
    {
        if (inFlight.Count > 0) inFlight.RemoveAt(choice % inFlight.Count);
    }
}
