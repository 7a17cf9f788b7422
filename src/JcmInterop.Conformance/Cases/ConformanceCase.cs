using JcmInterop.Conformance.Exchange;

namespace JcmInterop.Conformance.Cases;

/// <summary>One thing that is tried.</summary>
/// <param name="Id">Stable id, for example <c>signature-altered</c>.</param>
/// <param name="Clause">Number of the clause of the protocol behind it.</param>
/// <param name="Sent">What is sent, in words.</param>
/// <param name="Expected">What must come, in words.</param>
/// <param name="PlayAsync">Plays it.</param>
internal sealed record ConformanceCase(string Id, string Clause, string Sent, string Expected, Func<KitSide, Task<Observation>> PlayAsync)
{
    /// <summary>A message that must be answered by an error status and leave no trace.</summary>
    public static ConformanceCase NotStored(string id, string clause, string sent, IReadOnlyList<int> statuses, Action<Draft> spoil) =>
        NotStored(id, clause, sent, statuses, (_, draft) => spoil(draft));

    /// <summary>A message that must be answered by an error status and leave no trace.</summary>
    public static ConformanceCase NotStored(string id, string clause, string sent, IReadOnlyList<int> statuses, Action<KitSide, Draft> spoil) => new(
        id, clause, sent, $"{string.Join(" or ", statuses)}, and nothing is stored", async side =>
        {
            var draft = side.NextTest();
            spoil(side, draft);
            var message = draft.Seal();
            var answer = await side.PostAsync(message);
            side.NoteProblem(id, answer);
            var isUnchanged = await side.SettleAsync(message, answer);
            return Observation.Of(statuses.Contains(answer.Status) && isUnchanged, answer, isUnchanged ? "" : "; the message was stored");
        });

    /// <summary>A message that must be receipted as recorded.</summary>
    public static ConformanceCase Recorded(string id, string clause, string sent, Func<KitSide, Draft> make) =>
        Receipted(id, clause, sent, "recorded", make);

    /// <summary>A message that must take its place in the chain and be receipted as refused.</summary>
    public static ConformanceCase Refused(string id, string clause, string sent, Func<KitSide, Draft> make) =>
        Receipted(id, clause, sent, "refused", make);

    /// <summary>A good message of a type that an endpoint need not know: recorded where it has announced the type, refused where it has announced others only.</summary>
    public static ConformanceCase Fitting(string id, string clause, string sent, string type, Func<KitSide, Draft> make, Action<KitSide>? whenRecorded = null) => new(
        id, clause, sent, $"200 and a receipt with outcome 'recorded', or 'refused' where the endpoint does not know the type {type}", async side =>
        {
            var (_, answer) = await side.StoreAsync(make(side));
            if (answer.Outcome == "recorded") whenRecorded?.Invoke(side);
            return Observation.Of(answer.IsStored && side.IsFitting(type, answer.Outcome), answer);
        });

    private static ConformanceCase Receipted(string id, string clause, string sent, string outcome, Func<KitSide, Draft> make) => new(
        id, clause, sent, $"200 and a receipt with outcome '{outcome}'; the next message continues the chain", async side =>
        {
            var message = make(side).Seal();
            var answer = await side.PostAsync(message);
            var isStored = !await side.SettleAsync(message, answer);
            return Observation.Of(isStored && answer.IsStored && answer.Outcome == outcome, answer, isStored ? "" : "; the message was not stored");
        });
}
