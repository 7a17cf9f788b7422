using JcmInterop.Messages.Signatures;

namespace JcmInterop.Simulation.Tests;

/// <summary>Keys change as the two sides agreed: first the partner pins the new one, later the owner signs with it, and long after that the old one ends.</summary>
internal sealed class Rotations
{
    private readonly Dictionary<Domain.Parties.PartyCode, (int Number, bool IsPinned)> progress = [];

    /// <summary>The next of the two acts for a node's key; configuration is read at a start, so whoever changes it starts again.</summary>
    public void Take(Node node, Node partner, Keys keys, DateTimeOffset now, TimeSpan overlap)
    {
        var (number, isPinned) = progress.GetValueOrDefault(node.Party);
        if (isPinned)
        {
            Finish(node, keys);
            return;
        }

        var ring = partner.Configuration.PartnerKeys;
        foreach (var old in ring.Keys.Where(k => k.ValidTo is null)) ring = ring.With(old with { ValidTo = now + overlap });
        // A partner whose clock is days off must still find the new key valid.
        Change(partner, () => partner.Configuration = partner.Configuration with { PartnerKeys = ring.With(new PinnedKey(keys.Of(node.Party, number + 1).Public, now - overlap)) });
        progress[node.Party] = (number + 1, true);
    }

    /// <summary>The owner signs with the key that is pinned for it, if it does not yet.</summary>
    public void Finish(Node node, Keys keys)
    {
        if (!progress.TryGetValue(node.Party, out var at) || !at.IsPinned) return;
        Change(node, () => node.Configuration = node.Configuration with { SigningKeys = [keys.Of(node.Party, at.Number)] });
        progress[node.Party] = (at.Number, false);
        node.Count("Rotated");
    }

    private static void Change(Node node, Action change)
    {
        var wasUp = node.IsUp;
        if (wasUp) node.Crash();
        change();
        if (wasUp) node.Restart();
    }
}
