using JcmInterop.Conformance.Exchange;
using JcmInterop.Domain.Partners;
using JcmInterop.Messages.Json;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance.Cases;

/// <summary>Section 11: a key of the Party the kit plays is introduced, used and withdrawn again. An endpoint that does not know these types refuses them, and goes on refusing the key.</summary>
/// <remarks>The cases share the key, so they stand and are played in this order. It lasts an hour at most, so that no run takes a place away for ever.</remarks>
internal sealed class KeyCases(SigningKey added, SigningKey stranger)
{
    private const string Introducing = "key-introduction";
    private const string Withdrawing = "key-withdrawal";
    private const int PublicKeyLengthMax = 8_000;
    private static readonly int[] NotGenuine = [403];
    private static readonly TimeSpan Lasting = TimeSpan.FromHours(1);

    // Two clocks may differ by this much, and the key must be valid and ended at once by both.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    private DateTimeOffset from;
    private bool isTrusted;

    public IEnumerable<ConformanceCase> All =>
    [
        ConformanceCase.Refused("withdrawal-of-last-key", "11.8", "a withdrawal of the only key, signed with it", side => Withdrawal(side, side.Target.Key, side.Now, side.Target.Key)),
        ConformanceCase.Refused("introduction-unproven", "11.2", "an introduction that the new key has not signed", side => Introduction(side, Part, stranger)),
        ConformanceCase.Refused("introduction-other-id", "11.3", "an introduction whose keyId is that of another key", side => Introduction(side, Part with { KeyId = stranger.Public.KeyId }, added)),
        ConformanceCase.Refused("introduction-not-canonical", "11.3", "an introduction whose public key is not in canonical form", side => Introduction(side, Part with { Jwk = Part.Jwk.Replace(",", ", ", StringComparison.Ordinal) }, added)),
        ConformanceCase.Refused("introduction-key-too-long", "9.17", $"an introduction whose public key has {PublicKeyLengthMax + 1} characters", side => Introduction(side, Part with { Jwk = new string('x', PublicKeyLengthMax + 1) }, added)),
        ConformanceCase.NotStored("key-before-introduction", "11.10", "a message by the new key alone, before it is introduced", NotGenuine, d => d.Signatures[0] = new DraftSignature(added, JwsTypes.Message)),
        ConformanceCase.Fitting("introduction", "11.2", "an introduction signed with the pinned and the new key", Introducing, side => Introduction(side, Part, added), _ => isTrusted = true),
        new("key-after-introduction", "11.4", "a message by the new key alone", "200 where the introduction was recorded, else 403", side => ByAddedAsync(side, isTrusted ? 200 : 403)),
        ConformanceCase.Recorded("two-keys", "11.1", "a message signed with both keys", side =>
        {
            var draft = side.NextTest();
            draft.Signatures.Add(new DraftSignature(added, JwsTypes.Message));
            return draft;
        }),
        new("withdrawal-by-itself", "11.7", "a withdrawal of the new key, signed with that key alone", "a receipt with outcome 'refused' where the introduction was recorded, else 403", WithdrawnByItselfAsync),
        ConformanceCase.Refused("withdrawal-before-beginning", "11.6", "a withdrawal of the new key as of before it was valid", side => Withdrawal(side, added, from.AddDays(-1), side.Target.Key)),
        new("withdrawal", "11.6", "a withdrawal of the new key, signed with the other one", "outcome 'recorded' where the introduction was recorded, else 'refused'", WithdrawnAsync),
        ConformanceCase.Refused("withdrawal-later", "11.6", "another withdrawal of the new key, with a later end", side => Withdrawal(side, added, from.AddMinutes(1), side.Target.Key)),
        new("key-after-withdrawal", "11.10", "a message by the withdrawn key alone", "403, and nothing is stored", side => ByAddedAsync(side, 403)),
    ];

    private PublicPart Part => new(added.Public.KeyId, added.Public.PublicJwk);

    private Draft Introduction(KitSide side, PublicPart key, SigningKey second)
    {
        from = WireInstant.Truncate(side.Now - ClockTolerance);
        var draft = Offers.Draft(side, new KeyIntroduction(key.KeyId, key.Jwk, from, from + Lasting));
        draft.Signatures.Add(new DraftSignature(second, JwsTypes.Message));
        return draft;
    }

    private static Draft Withdrawal(KitSide side, SigningKey withdrawn, DateTimeOffset endsAt, SigningKey by)
    {
        var draft = Offers.Draft(side, new KeyWithdrawal(withdrawn.Public.KeyId, WireInstant.Truncate(endsAt), KeyEndReason.Superseded));
        draft.Signatures[0] = new DraftSignature(by, JwsTypes.Message);
        return draft;
    }

    private async Task<Observation> ByAddedAsync(KitSide side, int status)
    {
        var draft = side.NextTest();
        draft.Signatures[0] = new DraftSignature(added, JwsTypes.Message);
        var (_, answer) = await side.StoreAsync(draft);
        return Observation.Of(answer.Status == status, answer);
    }

    private async Task<Observation> WithdrawnByItselfAsync(KitSide side)
    {
        var (_, answer) = await side.StoreAsync(Withdrawal(side, added, from, added));
        return Observation.Of(isTrusted ? answer.Outcome == "refused" : answer.Status == 403, answer);
    }

    private async Task<Observation> WithdrawnAsync(KitSide side)
    {
        var (_, answer) = await side.StoreAsync(Withdrawal(side, added, from, side.Target.Key));
        return Observation.Of(side.IsFitting(Withdrawing, answer.Outcome) && answer.Outcome == (isTrusted ? "recorded" : "refused"), answer);
    }

    private sealed record PublicPart(string KeyId, string Jwk);
}
