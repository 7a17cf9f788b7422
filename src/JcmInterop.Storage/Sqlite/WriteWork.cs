namespace JcmInterop.Storage.Sqlite;

/// <summary>One piece of work for the writer, and where its outcome goes.</summary>
internal abstract class WriteWork
{
    /// <summary>Does the work inside an open transaction and keeps its outcome back.</summary>
    /// <returns>What went wrong, or nothing.</returns>
    public abstract Exception? Attempt(WriteSession session);

    /// <summary>Hands out the outcome, now that the transaction is durable.</summary>
    public abstract void Succeed();

    /// <summary>Hands out a failure; nothing of the work was kept.</summary>
    public abstract void Fail(Exception error);
}

/// <inheritdoc cref="WriteWork"/>
internal sealed class WriteWork<T>(Func<WriteSession, T> work) : WriteWork
{
    private readonly TaskCompletionSource<T> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T value = default!;

    public Task<T> Outcome => outcome.Task;

    public override Exception? Attempt(WriteSession session)
    {
        // A task keeps whatever its work throws, so that a defect reaches the caller and does not end the writer.
        var attempt = new Task<T>(() => work(session));
        attempt.RunSynchronously(TaskScheduler.Default);
        if (attempt.Exception?.InnerException is { } error) return error;
        value = attempt.Result;
        return null;
    }

    public override void Succeed() => outcome.TrySetResult(value);

    public override void Fail(Exception error) => outcome.TrySetException(error);
}
