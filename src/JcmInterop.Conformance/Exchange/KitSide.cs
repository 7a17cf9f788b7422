using System.Text.Json.Nodes;
using JcmInterop.Messages.Canonical;
using JcmInterop.Messages.Digests;
using JcmInterop.Messages.Envelope;
using JcmInterop.Messages.Json;

namespace JcmInterop.Conformance.Exchange;

/// <summary>The kit's side of the exchange: composes the next message, knows where the chain stands, and finds it again after a case that should have left no trace.</summary>
internal sealed class KitSide(ConformanceTarget target, EndpointClient client, TimeProvider time, Func<Guid> ids, ConformanceChain chain, CancellationToken cancellation)
{
    private readonly List<(string Case, EndpointAnswer Answer)> problems = [];

    public ConformanceTarget Target => target;

    public EndpointClient Client => client;

    public CancellationToken Cancellation => cancellation;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Where the direction to the endpoint stands.</summary>
    public DirectionHead Head { get; private set; } = chain.Outgoing;

    /// <summary>The invented log of the Party the kit plays.</summary>
    public KitLog Log { get; } = new(chain.LogRows);

    /// <summary>The message types the endpoint said it understands; nothing while it has said nothing to the kit.</summary>
    public IReadOnlySet<string>? Announced { get; set; }

    /// <summary>The messages the endpoint stored in this run with the answers to them, in order.</summary>
    public List<(SealedDraft Message, EndpointAnswer Answer)> Stored { get; } = [];

    /// <summary>The answers to messages that must not be stored, by case, for the case that looks at their form.</summary>
    public IReadOnlyList<(string Case, EndpointAnswer Answer)> Problems => problems;

    public string Registry => target.Outgoing.Registry.ToString();

    /// <summary>What an endpoint may answer to a good message of a type that it need not know: what it has announced, or either while it has announced nothing.</summary>
    public bool IsFitting(string type, string? outcome) =>
        outcome is "recorded" or "refused" && (Announced is null || Announced.Contains(type) == (outcome == "recorded"));

    public string NewId() => ids().ToString("D");

    public Draft NextTest(string text = "conformance") => Next("test", new JsonObject { ["text"] = text });

    /// <summary>The next message of the direction, good in every part.</summary>
    public Draft Next(string type, JsonNode body) => Next(type, body, Head);

    public Task<EndpointAnswer> PostAsync(SealedDraft message) => PostAsync(message.Bytes);

    public Task<EndpointAnswer> PostAsync(byte[] bytes) => client.PostAsync(Registry, bytes, EndpointClient.SignedType, cancellation);

    public Task<EndpointAnswer> PostOnceAsync(SealedDraft message) => client.PostOnceAsync(Registry, message.Bytes, EndpointClient.SignedType, cancellation);

    public void NoteProblem(string caseId, EndpointAnswer answer)
    {
        if (!answer.IsStored && answer.Failure is null) problems.Add((caseId, answer));
    }

    /// <summary>Sends a good message that the endpoint must take; the answer says whether it did.</summary>
    /// <exception cref="ChainLostException">It did not, and takes no other either.</exception>
    public async Task<(SealedDraft Message, EndpointAnswer Answer)> StoreAsync(Draft draft)
    {
        var message = draft.Seal();
        var answer = await PostAsync(message);
        if (answer.IsStored) Take(message, answer);
        else await SettleAsync(message, answer);
        return (message, answer);
    }

    /// <summary>Finds out by a good message whether the endpoint took the one before.</summary>
    /// <returns>Whether the direction stands where it stood before that message.</returns>
    /// <exception cref="ChainLostException">The endpoint takes no message at any place.</exception>
    public async Task<bool> SettleAsync(SealedDraft message, EndpointAnswer answer)
    {
        var before = Head;
        DirectionHead[] after = [message.Head, message.HeadAs(CanonicalHash(message))];
        DirectionHead[] places = answer.IsStored ? [.. after, before] : [before, .. after];
        var last = answer;
        foreach (var place in places.Where(p => p.Sequence > 0 || p == before).Distinct())
        {
            var probe = Next("test", new JsonObject { ["text"] = "conformance, still in order" }, place).Seal();
            last = await PostAsync(probe);
            if (!last.IsStored) continue;
            if (place != before) Stored.Add((message, answer));
            Take(probe, last);
            return place == before;
        }

        throw new ChainLostException($"After this case the endpoint stores no further message: {last.Words}");
    }

    private void Take(SealedDraft message, EndpointAnswer answer)
    {
        Head = message.Head;
        Stored.Add((message, answer));
    }

    private Draft Next(string type, JsonNode body, DirectionHead place)
    {
        var now = Now > place.SentAt ? Now : place.SentAt;
        return new Draft(
            new JsonObject
            {
                ["protocol"] = PartnerEnvelope.ProtocolVersion,
                ["id"] = NewId(),
                ["from"] = target.Played.Code,
                ["to"] = target.Tested.Code,
                ["registry"] = Registry,
                ["sequence"] = place.Sequence + 1,
                ["previous"] = place.Sequence == 0 ? "" : place.Hash.ToBase64Url(),
                ["sentAt"] = WireInstant.Format(now),
                ["type"] = type,
                ["body"] = body,
            },
            target.Key);
    }

    // An endpoint that writes the payload anew before it hashes it would be found here, instead of ending the run.
    private static Digest CanonicalHash(SealedDraft message) =>
        CanonicalJson.TryWrite(message.PayloadBytes, new JsonBounds(int.MaxValue, JsonBounds.WireDepthMax), out var canonical, out _) ? Digest.Of(canonical) : message.Hash;
}
