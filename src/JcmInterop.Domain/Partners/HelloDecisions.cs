using System.Collections.Immutable;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Partners;

/// <summary>Decides what the two nodes tell each other of themselves.</summary>
internal static class HelloDecisions
{
    private const int VersionsMax = 20;
    private const int NamesMax = 200;
    private const int NameLengthMax = 64;
    private const int SoftwareLengthMax = 100;
    private const int PinnedKeysMax = 100;

    public static Refusal? Say(Deciding d)
    {
        // A key that is taken out of the configuration one day has signed until then, and goes on verifying that.
        foreach (var key in d.Settings.Keys.Where(key => key.Party == d.Settings.Party && !d.State.Keys.ContainsKey(key.ItemKey()))) d.Record(new KeyPinned(key));
        Tell(d, asksAnswer: true);
        return null;
    }

    public static Refusal? Heard(Deciding d, Hello message)
    {
        if (message.Versions.Length is 0 or > VersionsMax) return PartnerRules.HelloUnclear.With("versions", VersionsMax);
        if (message.MessageTypes.Length > NamesMax || message.Features.Length > NamesMax) return PartnerRules.HelloUnclear.With("messageTypes or features", NamesMax);
        if (message.Versions.Concat(message.MessageTypes).Concat(message.Features).Concat(message.PinnedKeys).Any(name => name.Length is 0 or > NameLengthMax))
            return PartnerRules.HelloUnclear.With("a name", NameLengthMax);
        if (message.Software.Length > SoftwareLengthMax) return PartnerRules.HelloUnclear.With("software", SoftwareLengthMax);
        if (message.PinnedKeys.Length > PinnedKeysMax) return PartnerRules.HelloUnclear.With("pinnedKeys", PinnedKeysMax);
        if (CommonVersion(d.Settings.Profile.Versions, message.Versions) is null)
            return PartnerRules.NoCommonVersion.With(string.Join(", ", message.Versions), string.Join(", ", d.Settings.Profile.Versions));
        d.Record(new HelloTold(d.Settings.Partner, message, d.Now));
        if (message.AsksAnswer) Tell(d, asksAnswer: false);
        return null;
    }

    /// <summary>Tells the partner what this node is now, for example which keys it has come to trust.</summary>
    public static void Tell(Deciding d, bool asksAnswer)
    {
        var profile = d.Settings.Profile;
        var pinned = KeyBook.Of(d.State, d.Settings, d.Settings.Partner).Where(key => key.ValidTo is not { } end || end > d.Now).Select(key => key.KeyId);
        var hello = new Hello(
            profile.Versions, profile.MessageTypes, profile.Features, profile.Limits, profile.Software, [.. pinned.Take(PinnedKeysMax)], d.Now, asksAnswer);
        d.Record(new HelloTold(d.Settings.Party, hello, d.Now));
        d.Tell(hello);
    }

    /// <summary>The highest version that both sides speak, or nothing. Versions are compared number by number.</summary>
    public static string? CommonVersion(ImmutableArray<string> own, ImmutableArray<string> theirs) =>
        own.Intersect(theirs, StringComparer.Ordinal).Where(text => Version.TryParse(text, out _)).OrderByDescending(Version.Parse).FirstOrDefault();
}
