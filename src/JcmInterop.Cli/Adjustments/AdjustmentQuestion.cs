using System.CommandLine;

namespace JcmInterop.Cli.Adjustments;

/// <summary>The options of a question about corresponding adjustments, and the parameters they become. What they may be is judged by the node.</summary>
internal sealed class AdjustmentQuestion
{
    private readonly List<(string Name, Option<string> Option)> asked = [];

    /// <summary>NDC period and metric.</summary>
    public Command AddTo(Command command)
    {
        Add(command, "period", "--period", "NDC period, for example 2021-2030; the only one of the node where nothing is said.");
        return Add(command, "metric", "--metric", "Metric of the NDC, where the period has several.");
    }

    /// <summary>One pair of days.</summary>
    public Command AddDates(Command command)
    {
        Add(command, "effectiveUntil", "--effective-until", "Count only what took effect on or before this day, yyyy-MM-dd.");
        return Add(command, "recordedUntil", "--recorded-until", "Count only what was recorded on or before this day (UTC), yyyy-MM-dd.");
    }

    /// <summary>Two pairs of days.</summary>
    public Command AddTwoDates(Command command)
    {
        foreach (var (side, which) in new[] { ("from", "earlier"), ("to", "later") })
        {
            Add(command, $"{side}EffectiveUntil", $"--{side}-effective-until", $"Last day of effect of the {which} calculation, yyyy-MM-dd.");
            Add(command, $"{side}RecordedUntil", $"--{side}-recorded-until", $"Last day of recording (UTC) of the {which} calculation, yyyy-MM-dd.");
        }

        return command;
    }

    /// <summary>A figure and a page of its records.</summary>
    public Command AddFigure(Command command)
    {
        Add(command, "year", "--year", "Calendar year of the figure.").Options[^1].Required = true;
        Add(
            command, "figure", "--figure", "firstTransferredForNdc, firstTransferredForOimp, used, net, cumulativeNet, averageNet or correspondingAdjustment, which is meant where nothing is said.");
        Add(command, "after", "--after", "Where the page before ended.");
        return Add(command, "limit", "--limit", "Most records to show, up to 100.");
    }

    /// <summary>The parameters of the request.</summary>
    public string Query(ParseResult given)
    {
        var parts = asked.Select(a => (a.Name, Value: given.GetValue(a.Option))).Where(a => a.Value is not null).Select(a => $"{a.Name}={Uri.EscapeDataString(a.Value!)}").ToList();
        return parts.Count == 0 ? "" : $"?{string.Join('&', parts)}";
    }

    private Command Add(Command command, string name, string option, string description)
    {
        var added = new Option<string>(option) { Description = description };
        asked.Add((name, added));
        command.Add(added);
        return command;
    }
}
