using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Partners;

/// <summary>Decides which keys of the two sides are trusted, and from when to when. That a key is what it says, and who signed, is checked before.</summary>
internal static class KeyDecisions
{
    public static Refusal? Introduce(Deciding d, IntroduceKey command)
    {
        if (!d.PartnerUnderstands<KeyIntroduction>()) return PartnerRules.TypeUnknownThere.With(d.Settings.Partner, MessageTypes.NameOf<KeyIntroduction>());
        if (Pin(d, d.Settings.Party, command.KeyId, command.PublicKey, command.ValidFrom ?? d.Now, command.ValidTo) is { } refusal) return refusal;
        d.Tell(new KeyIntroduction(command.KeyId, command.PublicKey, command.ValidFrom ?? d.Now, command.ValidTo));
        return null;
    }

    public static Refusal? Withdraw(Deciding d, WithdrawKey command)
    {
        if (!d.PartnerUnderstands<KeyWithdrawal>()) return PartnerRules.TypeUnknownThere.With(d.Settings.Partner, MessageTypes.NameOf<KeyWithdrawal>());
        var endsAt = command.EndsAt ?? d.Now;
        if (Endable(d, d.Settings.Party, command.KeyId, endsAt, out var key) is { } refusal) return refusal;
        // What is signed from now on must be by another key, also while this one has not ended yet: its withdrawal is.
        if (KeyBook.Signing(d.State, d.Settings, d.Now).All(other => other.KeyId == command.KeyId)) return PartnerRules.LastKey.With(command.KeyId, d.Settings.Party);
        d.Record(new KeyEnded(key with { ValidTo = endsAt, EndReason = command.Reason }));
        d.Tell(new KeyWithdrawal(command.KeyId, endsAt, command.Reason));
        return null;
    }

    public static Refusal? Introduced(Deciding d, KeyIntroduction message)
    {
        if (KeyBook.Find(d.State, d.Settings, d.Settings.Partner, message.KeyId) is { } known)
        {
            if (known.ValidFrom != message.ValidFrom || known.ValidTo != message.ValidTo) return PartnerRules.KeyKnown.With(message.KeyId);
        }
        else if (Pin(d, d.Settings.Partner, message.KeyId, message.PublicKey, message.ValidFrom, message.ValidTo) is { } refusal)
        {
            return refusal;
        }

        HelloDecisions.Tell(d, asksAnswer: false);
        return null;
    }

    public static Refusal? Withdrawn(Deciding d, KeyWithdrawal message)
    {
        if (KeyBook.Find(d.State, d.Settings, d.Settings.Partner, message.KeyId) is { EndReason: not null } ended && ended.ValidTo == message.EndsAt) return null;
        if (Endable(d, d.Settings.Partner, message.KeyId, message.EndsAt, out var key) is { } refusal) return refusal;
        if (NoneLeft(d, d.Settings.Partner, message.KeyId)) return PartnerRules.LastKey.With(message.KeyId, d.Settings.Partner);
        d.Record(new KeyEnded(key with { ValidTo = message.EndsAt, EndReason = message.Reason }));
        HelloDecisions.Tell(d, asksAnswer: false);
        return null;
    }

    public static Refusal? PinByHand(Deciding d, PinPartnerKey command) =>
        Pin(d, d.Settings.Partner, command.KeyId, command.PublicKey, command.ValidFrom ?? d.Now, command.ValidTo) is { } refusal ? refusal : ToldIfKnown(d);

    public static Refusal? EndByHand(Deciding d, EndPartnerKey command)
    {
        var endsAt = command.EndsAt ?? d.Now;
        if (Endable(d, d.Settings.Partner, command.KeyId, endsAt, out var key) is { } refusal) return refusal;
        if (NoneLeft(d, d.Settings.Partner, command.KeyId)) return PartnerRules.LastKey.With(command.KeyId, d.Settings.Partner);
        d.Record(new KeyEnded(key with { ValidTo = endsAt, EndReason = command.Reason }));
        return ToldIfKnown(d);
    }

    private static Refusal? ToldIfKnown(Deciding d)
    {
        if (d.State.Announcements.ContainsKey(d.Settings.Partner)) HelloDecisions.Tell(d, asksAnswer: false);
        return null;
    }

    private static Refusal? Pin(Deciding d, PartyCode party, string keyId, string publicKey, DateTimeOffset from, DateTimeOffset? to)
    {
        if (publicKey.Length is 0 or > NodeKey.PublicKeyLengthMax) return PartnerRules.KeyUnclear.With(keyId, $"its public key has {publicKey.Length} characters");
        if (to is { } end && end <= from) return PartnerRules.KeyUnclear.With(keyId, "it ends before it begins");
        if (KeyBook.Find(d.State, d.Settings, party, keyId) is not null) return PartnerRules.KeyKnown.With(keyId);
        if (KeyBook.Of(d.State, d.Settings, party).Count(key => key.ValidTo is not { } ends || ends > d.Now) >= NodeKey.KeysMax) return PartnerRules.TooManyKeys.With(party, NodeKey.KeysMax);
        d.Record(new KeyPinned(new NodeKey(party, keyId, publicKey, from, to, null)));
        return null;
    }

    private static Refusal? Endable(Deciding d, PartyCode party, string keyId, DateTimeOffset endsAt, out NodeKey key)
    {
        key = KeyBook.Find(d.State, d.Settings, party, keyId)!;
        if (key is null) return PartnerRules.KeyNotThere.With(keyId, party);
        if (key.ValidTo is { } ends && ends <= endsAt) return PartnerRules.KeyEndedBefore.With(keyId, ends.UtcDateTime);
        return endsAt < key.ValidFrom ? PartnerRules.KeyUnclear.With(keyId, "it ends before it begins") : null;
    }

    private static bool NoneLeft(Deciding d, PartyCode party, string keyId) =>
        !KeyBook.Of(d.State, d.Settings, party).Any(key => key.KeyId != keyId && key.IsValidAt(d.Now));
}
