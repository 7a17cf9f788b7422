using JcmInterop.Domain.Adjustments;
using JcmInterop.Grains.Configuration;
using JcmInterop.Grains.Problems;
using JcmInterop.Storage;
using JcmInterop.Storage.Troubles;

namespace JcmInterop.Grains.Adjustments;

/// <inheritdoc cref="IAdjustmentGrain"/>
internal sealed class AdjustmentGrain(NdcStatements statements, NodeRegistries registries, IRegistryStore store) : Grain, IAdjustmentGrain
{
    private readonly JournalFollower follower = new(registries.Party, [.. registries.All.Select(r => r.Registry)], store);

    public Task<AdjustmentReply> Calculate(string metric, AdjustmentDates dates) => AnswerAsync(metric, statement =>
    {
        var result = CorrespondingAdjustments.Calculate(statement.Inputs(follower.History, dates));
        return Task.FromResult(AdjustmentText.Calculation(statements.Party, statement, result, follower.Followed));
    });

    public Task<AdjustmentReply> Open(string metric, AdjustmentDates dates, FigureAsked asked) => AnswerAsync(metric, async statement =>
    {
        var opening = AdjustmentOpening.Of(CorrespondingAdjustments.Calculate(statement.Inputs(follower.History, dates)), asked.Year, asked.Figure);
        var page = opening.Contributions.Skip(asked.After).Take(asked.Limit).ToList();
        return AdjustmentText.Opening(statements.Party, statement, dates, opening, new OpenedPage(asked.After, page, await MessagesBehind.ReadAsync(store, page)), follower.Followed);
    });

    public Task<AdjustmentReply> Compare(string metric, AdjustmentDates before, AdjustmentDates after) => AnswerAsync(metric, statement =>
    {
        var difference = AdjustmentDifference.Between(statement.Inputs(follower.History, before), statement.Inputs(follower.History, after));
        return Task.FromResult(AdjustmentText.Difference(statements.Party, statement, difference, follower.Followed));
    });

    public Task<AdjustmentReply> Suppose(string metric, AdjustmentDates dates, byte[] supposed)
    {
        if (SupposedRecords.Read(supposed, out var problem) is not { } records) return Task.FromResult(AdjustmentReply.Of(problem!));
        return AnswerAsync(metric, statement =>
        {
            var (transfers, uses) = records.In(statement.Metric);
            var difference = AdjustmentDifference.Supposing(statement.Inputs(follower.History, dates), transfers, uses);
            return Task.FromResult(AdjustmentText.Difference(statements.Party, statement, difference, follower.Followed));
        });
    }

    private async Task<AdjustmentReply> AnswerAsync(string metric, Func<NdcStatement, Task<byte[]>> answer)
    {
        var key = this.GetPrimaryKeyString();
        if (statements.All.FirstOrDefault(s => IAdjustmentGrain.Key(statements.Party, s.Period) == key && s.Metric.ToString() == metric) is not { } statement)
            return AdjustmentReply.Of(NodeProblems.NdcUnstated(key, metric));
        try
        {
            // Away from the grain's scheduler: a first reading and a large calculation take their time.
            return await Task.Run(async () =>
            {
                await follower.CatchUpAsync();
                return new AdjustmentReply(await answer(statement), null);
            });
        }
        catch (StoreUnavailableException error)
        {
            return AdjustmentReply.Of(NodeProblems.Of(error));
        }
    }
}
