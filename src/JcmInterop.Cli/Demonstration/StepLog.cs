using System.Globalization;
using JcmInterop.Cli.Terminal;

namespace JcmInterop.Cli.Demonstration;

/// <summary>Runs the steps of the demonstration one after another and says how each went.</summary>
internal sealed class StepLog(Conversation talk, TimeProvider time)
{
    private int number;

    /// <summary>Seconds each step took, by its English heading.</summary>
    public List<(string Step, double Seconds)> Durations { get; } = [];

    /// <summary>Runs a step.</summary>
    public async Task RunAsync(string english, string japanese, Func<Task> act)
    {
        var heading = $"[{++number,2}] {talk.Pick(english, japanese)}";
        var started = time.GetTimestamp();
        // A person at a terminal sees what is under way; a file gets one line per step.
        if (talk is { IsJson: false, Shell.IsTerminal: true }) talk.Shell.Output.Write($"{heading} ...\r");
        await act();
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        Durations.Add((english, Math.Round(seconds, 3)));
        talk.Say($"{heading} {string.Create(CultureInfo.InvariantCulture, $"({seconds:0.0} s)")}");
    }
}
