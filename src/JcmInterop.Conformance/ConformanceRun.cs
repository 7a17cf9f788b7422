using System.Security.Cryptography;
using JcmInterop.Conformance.Cases;
using JcmInterop.Conformance.Exchange;
using JcmInterop.Conformance.Reports;
using JcmInterop.Messages.Signatures;

namespace JcmInterop.Conformance;

/// <summary>Plays the good and the bad partner against an endpoint, case by case, and reports what came.</summary>
/// <param name="target">What is tested, and as whom.</param>
/// <param name="time">The clock.</param>
/// <param name="random">Where the key of the stranger comes from, whom the endpoint must not trust.</param>
public sealed class ConformanceRun(ConformanceTarget target, TimeProvider time, RandomNumberGenerator random)
{
    /// <summary>Where the two directions stand; kept between runs against the same endpoint.</summary>
    public ConformanceChain Chain { get; private set; } = ConformanceChain.Fresh;

    /// <summary>Which cases are played, by id; all of them unless a test leaves the slow ones out.</summary>
    internal Func<string, bool> Plays { get; init; } = _ => true;

    /// <summary>Plays all cases in order.</summary>
    /// <param name="chain">Where the directions stand; a fresh endpoint's where nothing was exchanged before.</param>
    /// <param name="progress">Told of each case as it ends.</param>
    /// <param name="cancellation">Ends the run.</param>
    public async Task<ConformanceReport> RunAsync(ConformanceChain chain, Action<CaseResult, int> progress, CancellationToken cancellation)
    {
        Chain = chain;
        var startedAt = time.GetUtcNow();
        using var stranger = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        using var added = SigningKey.Generate(target.Key.Public.Algorithm, random);
        using var client = new EndpointClient(target, time);
        await using var listener = Listener(stranger, chain);
        var side = new KitSide(target, client, time, () => Guid.CreateVersion7(time.GetUtcNow()), chain, cancellation);
        var cases = Cases(stranger, added, listener).FindAll(c => Plays(c.Id));
        var results = new List<CaseResult>(cases.Count);
        string? lost = null;
        foreach (var one in cases)
        {
            var began = time.GetTimestamp();
            CaseResult result;
            try
            {
                result = lost is null ? Played(one, await one.PlayAsync(side), began) : NotRun(one, lost);
            }
            catch (ChainLostException e)
            {
                lost = $"not run, because after {one.Id} the endpoint stored no further message";
                result = Result(one, CaseVerdict.Failed, e.Message, refusal: null, began);
            }

            results.Add(result);
            progress(result, cases.Count);
            Chain = new ConformanceChain(side.Head, listener?.Head ?? chain.Incoming, side.Log.Cosigned);
        }

        return new ConformanceReport(target, startedAt, time.GetUtcNow(), results);
    }

    /// <summary>The ids of all cases with their clauses, in the order of play.</summary>
    public async Task<IReadOnlyList<(string Id, string Clause)>> CaseClausesAsync()
    {
        using var stranger = SigningKey.Generate(SignatureAlgorithm.Ed25519, random);
        await using var listener = Listener(stranger, ConformanceChain.Fresh);
        return [.. Cases(stranger, stranger, listener).Select(c => (c.Id, c.Clause))];
    }

    private PartnerListener? Listener(SigningKey stranger, ConformanceChain chain) =>
        target.ListenOn is { } address ? new PartnerListener(target, address, time, stranger, chain.Incoming) : null;

    private List<ConformanceCase> Cases(SigningKey stranger, SigningKey added, PartnerListener? listener)
    {
        var answers = listener is null ? null : new AnswerCases(listener);
        return
        [
            .. TransportCases.All,
            .. answers?.Greeting ?? [],
            .. ReceiptCases.All,
            .. new SignatureCases(stranger).All(target),
            .. PayloadCases.All,
            .. new OrderCases(stranger).All,
            .. new TransferCases().All,
            .. LimitCases.All,
            .. HelloCases.All,
            .. new KeyCases(added, stranger).All,
            .. new RecordCases().All,
            .. new CheckpointCases(stranger).All,
            .. ProofCases.All,
            .. answers?.All ?? [],
            .. listener is null ? [] : new SendingCases(listener).All,
            .. OrderCases.AheadOfTime,
            ReceiptCases.RefusalNumbers,
            ReceiptCases.ProblemForm,
        ];
    }

    private CaseResult Played(ConformanceCase one, Observation seen, long began) =>
        Result(one, seen.IsAsExpected ? CaseVerdict.Passed : CaseVerdict.Failed, seen.Came, seen.Refusal, began);

    private CaseResult Result(ConformanceCase one, CaseVerdict verdict, string came, ObservedRefusal? refusal, long began) =>
        new(one.Id, one.Clause, one.Sent, one.Expected, came, verdict, refusal, (long)time.GetElapsedTime(began).TotalMilliseconds);

    private static CaseResult NotRun(ConformanceCase one, string reason) =>
        new(one.Id, one.Clause, one.Sent, one.Expected, reason, CaseVerdict.NotRun, null, 0);
}
