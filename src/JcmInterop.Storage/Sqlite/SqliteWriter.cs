using System.Threading.Channels;
using JcmInterop.Storage.Troubles;
using Microsoft.Data.Sqlite;

namespace JcmInterop.Storage.Sqlite;

/// <summary>Runs all writes of a node one after another. What queued up while one transaction became durable goes into the next one together.</summary>
/// <remarks>A piece of work that fails is undone alone; the others of its transaction are kept.</remarks>
internal sealed class SqliteWriter : IAsyncDisposable
{
    /// <summary>Most pieces of work in one transaction.</summary>
    public const int WorksPerTransactionMax = 128;

    /// <summary>Most pieces of work waiting; beyond that, callers wait before they queue.</summary>
    public const int WorksWaitingMax = 4096;

    private readonly Channel<WriteWork> queue = Channel.CreateBounded<WriteWork>(new BoundedChannelOptions(WorksWaitingMax) { SingleReader = true });
    private readonly WriteSession session;
    private readonly string path;
    private readonly Task loop;
    private StoreUnavailableException? broken;

    public SqliteWriter(SqliteConnection connection, string path)
    {
        session = new WriteSession(connection);
        this.path = path;
        loop = Task.Run(LoopAsync);
    }

    public async Task<T> RunAsync<T>(Func<WriteSession, T> work)
    {
        var queued = new WriteWork<T>(work);
        try
        {
            await queue.Writer.WriteAsync(queued);
        }
        catch (ChannelClosedException error)
        {
            throw new StoreFailedException($"{path}, closed", error);
        }
        return await queued.Outcome;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
    }

    private async Task LoopAsync()
    {
        var group = new List<WriteWork>(WorksPerTransactionMax);
        var isLogGrown = false;
        try
        {
            while (await queue.Reader.WaitToReadAsync())
            {
                group.Clear();
                while (group.Count < WorksPerTransactionMax && queue.Reader.TryRead(out var work)) group.Add(work);
                RunGroup(group);

                // Not before the first write, so that the start of a node does not wait for it.
                if (!isLogGrown) SqliteStoreFile.GrowLog(session.Connection);
                isLogGrown = true;
            }
        }
        finally
        {
            // Only a defect leaves work behind; its callers must not wait for ever.
            queue.Writer.TryComplete();
            while (queue.Reader.TryRead(out var work)) group.Add(work);
            foreach (var work in group) work.Fail(new StoreFailedException($"{path}, writer stopped"));
            session.Dispose();
        }
    }

    private void RunGroup(List<WriteWork> group)
    {
        if (broken is not null)
        {
            foreach (var work in group) work.Fail(broken);
            return;
        }
        try
        {
            session.Run("BEGIN IMMEDIATE");
            var kept = group.FindAll(Attempt);
            session.Run("COMMIT");
            foreach (var work in kept) work.Succeed();
        }
        catch (SqliteException error)
        {
            if (session.InTransaction) session.Run("ROLLBACK");
            var trouble = SqliteErrors.Trouble(path, error);
            if (SqliteErrors.IsBeyondRetry(error)) broken = trouble;
            foreach (var work in group) work.Fail(trouble);
        }
    }

    private bool Attempt(WriteWork work)
    {
        session.Run("SAVEPOINT work");
        var error = work.Attempt(session);
        if (error is SqliteException { } sqlite && (SqliteErrors.IsTrouble(sqlite) || !session.InTransaction))
            throw new SqliteException(sqlite.Message, sqlite.SqliteErrorCode, sqlite.SqliteExtendedErrorCode);
        if (error is not null)
        {
            session.Run("ROLLBACK TO work");
            work.Fail(error);
        }
        session.Run("RELEASE work");
        return error is null;
    }
}
