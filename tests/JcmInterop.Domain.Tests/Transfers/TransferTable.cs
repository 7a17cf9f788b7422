namespace JcmInterop.Domain.Tests.Transfers;

/// <summary>Every pair of state and stimulus with its one outcome, for both sides; section 8 of the protocol prints these tables.</summary>
/// <remarks>
/// <c>-</c> nothing changes and nothing is told; <c>fault 3023</c> only the fault is recorded, and the receipt tells the rule; <c>3007</c> the
/// command is refused by the rule, <c>refused</c> by one that differs by kind of offer; <c>Completed + completion</c> the next state and what is told;
/// <c>= completion</c> the state stays and it is told again. What is not called late happens at the last instant before the deadline has passed.
/// </remarks>
internal static class TransferTable
{
    public const string Unknown = "Unknown";

    public const string Transferring = """
        what happens                  | Unknown           | Proposed                 | Completed    | Refused    | Cancelled
        its own offer                 | Refused + refusal | fault 3025               | fault 3025   | fault 3025 | fault 3025
        acceptance                    | fault 3005        | Completed + completion   | = completion | fault 3023 | = cancellation
        acceptance, late              | fault 3005        | Cancelled + cancellation | = completion | fault 3023 | = cancellation
        acceptance, wrong account     | fault 3005        | Cancelled + cancellation | = completion | fault 3023 | = cancellation
        refusal                       | fault 3005        | Refused                  | fault 3023   | -          | -
        refusal, late                 | fault 3005        | Refused                  | fault 3023   | -          | -
        completion                    | fault 3005        | fault 3023               | fault 3023   | fault 3023 | fault 3023
        cancellation                  | fault 3005        | fault 3023               | fault 3023   | fault 3023 | fault 3023
        its people offer              | Proposed + offer  | 3001                     | 3001         | 3001       | 3001
        its people withdraw           | 3005              | Cancelled + cancellation | 3007         | 3007       | 3007
        its people withdraw, late     | 3005              | Cancelled + cancellation | 3007         | 3007       | 3007
        its people accept             | 3005              | 3006                     | 3006         | 3006       | 3006
        its people refuse             | 3005              | 3006                     | 3006         | 3006       | 3006
        the deadline is not passed    | 3005              | 3009                     | 3007         | 3007       | 3007
        the deadline has passed       | 3005              | Cancelled + cancellation | 3007         | 3007       | 3007
        """;

    public const string Acquiring = """
        what happens                  | Unknown           | Proposed              | Accepted     | Completed  | Refused    | Cancelled
        offer                         | Proposed          | -                     | = acceptance | -          | = refusal  | -
        offer, late                   | Proposed          | -                     | = acceptance | -          | = refusal  | -
        offer, changed                | Proposed          | fault 3025            | fault 3025   | fault 3025 | fault 3025 | fault 3025
        offer, against a rule         | Refused + refusal | fault 3025            | fault 3025   | fault 3025 | fault 3025 | fault 3025
        offer, against a rule, late   | Refused + refusal | fault 3025            | fault 3025   | fault 3025 | fault 3025 | fault 3025
        acceptance                    | fault 3005        | fault 3023            | fault 3023   | fault 3023 | fault 3023 | fault 3023
        refusal                       | fault 3005        | fault 3023            | fault 3023   | fault 3023 | fault 3023 | fault 3023
        completion                    | fault 3005        | fault 3021            | Completed    | -          | fault 3021 | fault 3021
        completion, late              | fault 3005        | fault 3021            | Completed    | -          | fault 3021 | fault 3021
        completion, changed           | fault 3005        | fault 3021            | fault 3024   | fault 3024 | fault 3021 | fault 3021
        cancellation                  | fault 3005        | Cancelled             | Cancelled    | fault 3022 | -          | -
        cancellation, late            | fault 3005        | Cancelled             | Cancelled    | fault 3022 | -          | -
        its people offer under its id | refused           | 3001                  | 3001         | 3001       | 3001       | 3001
        its people accept             | 3005              | Accepted + acceptance | 3007         | 3007       | 3007       | 3007
        its people accept, late       | 3005              | 3008                  | 3007         | 3007       | 3007       | 3007
        its people refuse             | 3005              | Refused + refusal     | 3007         | 3007       | 3007       | 3007
        its people refuse, late       | 3005              | 3008                  | 3007         | 3007       | 3007       | 3007
        its people withdraw           | 3005              | 3006                  | 3006         | 3006       | 3006       | 3006
        the deadline is not passed    | 3005              | 3006                  | 3006         | 3006       | 3006       | 3006
        the deadline has passed       | 3005              | 3006                  | 3006         | 3006       | 3006       | 3006
        """;

    public static IEnumerable<(string State, string Stimulus, string Outcome)> Cells(string table)
    {
        var rows = Rows(table);
        return rows.Skip(1).SelectMany(row => row.Skip(1).Select((cell, i) => (rows[0][i + 1], row[0], cell)));
    }

    /// <summary>A table as the protocol prints it: each state a clause of section 8, and without the rule numbers, which are each node's own.</summary>
    /// <param name="table">The table.</param>
    /// <param name="clauses">The clause of each of its states.</param>
    public static string Markdown(string table, int[] clauses)
    {
        var rows = Rows(table);
        var states = rows[0].Skip(1).Select((state, i) => $"<a id=\"c8-{clauses[i]}\"></a>**8.{clauses[i]}** {state}");
        var lines = rows.Skip(1).Select(row => Line([row[0], .. row.Skip(1).Select(InWords)]));
        return string.Join('\n', [Line([rows[0][0], .. states]), $"|{string.Concat(rows[0].Select(_ => "---|"))}", .. lines]);
    }

    private static List<string[]> Rows(string table) => [.. table.Split('\n').Select(row => row.Split('|').Select(cell => cell.Trim()).ToArray())];

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string InWords(string outcome) => outcome switch
    {
        "-" => "–",
        "refused" => outcome,
        _ when char.IsAsciiDigit(outcome[0]) => "refused",
        _ when outcome.StartsWith("fault", StringComparison.Ordinal) => "fault",
        _ when outcome.StartsWith("= ", StringComparison.Ordinal) => $"tells {outcome[2..]} again",
        _ => $"→ {outcome.Replace(" + ", ", tells ", StringComparison.Ordinal)}",
    };
}
