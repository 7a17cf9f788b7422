namespace JcmInterop.Domain.Tests.Transfers;

/// <summary>Every pair of state and stimulus with its one outcome: the tables of the protocol, and what each side answers to acts of the wrong side.</summary>
/// <remarks>
/// <c>-</c> nothing changes and nothing is told; <c>fault 3023</c> only the fault is recorded, and the receipt tells the rule; <c>3007</c> the
/// command is refused by the rule; <c>Completed + completion</c> the next state and what is told; <c>= completion</c> the state stays and it is told again.
/// </remarks>
internal static class TransferTable
{
    public const string Transferring = """
        stimulus            | Unknown           | Proposed                 | Completed    | Refused    | Cancelled
        own offer echoed    | Refused + refusal | fault 3025               | fault 3025   | fault 3025 | fault 3025
        acceptance          | fault 3005        | Completed + completion   | = completion | fault 3023 | = cancellation
        acceptance late     | fault 3005        | Cancelled + cancellation | = completion | fault 3023 | = cancellation
        refusal             | fault 3005        | Refused                  | fault 3023   | -          | -
        completion          | fault 3005        | fault 3023               | fault 3023   | fault 3023 | fault 3023
        cancellation        | fault 3005        | fault 3023               | fault 3023   | fault 3023 | fault 3023
        we accept           | 3005              | 3006                     | 3006         | 3006       | 3006
        we refuse           | 3005              | 3006                     | 3006         | 3006       | 3006
        we withdraw         | 3005              | Cancelled + cancellation | 3007         | 3007       | 3007
        deadline not passed | 3005              | 3009                     | 3007         | 3007       | 3007
        deadline passed     | 3005              | Cancelled + cancellation | 3007         | 3007       | 3007
        we offer again      | Proposed + offer  | 3001                     | 3001         | 3001       | 3001
        """;

    public const string Acquiring = """
        stimulus            | Unknown    | Proposed              | Accepted     | Completed  | Refused    | Cancelled
        offer               | Proposed   | -                     | = acceptance | -          | = refusal  | -
        offer late          | Refused + refusal | -              | = acceptance | -          | = refusal  | -
        offer changed       | Proposed   | fault 3025            | fault 3025   | fault 3025 | fault 3025 | fault 3025
        acceptance          | fault 3005 | fault 3023            | fault 3023   | fault 3023 | fault 3023 | fault 3023
        refusal             | fault 3005 | fault 3023            | fault 3023   | fault 3023 | fault 3023 | fault 3023
        completion          | fault 3005 | fault 3021            | Completed    | -          | fault 3021 | fault 3021
        completion late     | fault 3005 | fault 3021            | Completed    | -          | fault 3021 | fault 3021
        completion changed  | fault 3005 | fault 3021            | fault 3024   | fault 3024 | fault 3021 | fault 3021
        cancellation        | fault 3005 | Cancelled             | Cancelled    | fault 3022 | -          | -
        we accept           | 3005       | Accepted + acceptance | 3007         | 3007       | 3007       | 3007
        we accept late      | 3005       | 3008                  | 3007         | 3007       | 3007       | 3007
        we refuse           | 3005       | Refused + refusal     | 3007         | 3007       | 3007       | 3007
        we refuse late      | 3005       | 3008                  | 3007         | 3007       | 3007       | 3007
        we withdraw         | 3005       | 3006                  | 3006         | 3006       | 3006       | 3006
        deadline passed     | 3005       | 3006                  | 3006         | 3006       | 3006       | 3006
        """;

    public static IEnumerable<(string State, string Stimulus, string Outcome)> Cells(string table)
    {
        var rows = table.Split('\n').Select(row => row.Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        return rows.Skip(1).SelectMany(row => row.Skip(1).Select((cell, i) => (rows[0][i + 1], row[0], cell)));
    }
}
