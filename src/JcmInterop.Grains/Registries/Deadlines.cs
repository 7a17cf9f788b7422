using JcmInterop.Domain.Transfers;
using JcmInterop.Grains.Configuration;
using JcmInterop.Storage.Deadlines;

namespace JcmInterop.Grains.Registries;

/// <summary>The deadlines of a transfer: by when it must be decided, and when its state is asked for.</summary>
internal static class Deadlines
{
    private const string Question = "ask/";

    /// <summary>Longest time between two questions for one transfer.</summary>
    private static readonly TimeSpan AskEveryMax = TimeSpan.FromDays(1);

    public static bool IsQuestion(string id) => id.StartsWith(Question, StringComparison.Ordinal);

    public static TransferId Transfer(string id) => new(Guid.Parse(IsQuestion(id) ? id[Question.Length..] : id));

    /// <summary>What a change of a transfer sets or lifts. Only the transferring side ends a transfer; the acquiring side asks.</summary>
    public static DeadlineChange Of(Transfer transfer, RegistryConfiguration configuration, DateTimeOffset now) => transfer.Role == TransferRole.Transferring
        ? new DeadlineChange(transfer.Offer.Id.ToString(), transfer.IsReserving ? transfer.Offer.DecideBy : null)
        : new DeadlineChange(Question + transfer.Offer.Id, transfer.State == TransferState.Accepted ? now + configuration.AskAfter : null);

    /// <summary>The next question for a transfer that was asked for: the longer it waits, the later.</summary>
    public static DeadlineChange Again(TransferId id, Transfer? transfer, RegistryConfiguration configuration, DateTimeOffset now)
    {
        if (transfer is not { Role: TransferRole.Acquiring, State: TransferState.Accepted }) return new DeadlineChange(Question + id, null);
        var waited = now - transfer.OpenedAt;
        return new DeadlineChange(Question + id, now + (waited > AskEveryMax ? AskEveryMax : waited < configuration.AskAfter ? configuration.AskAfter : waited));
    }
}
