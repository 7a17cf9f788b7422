namespace JcmInterop.Cli.Clusters;

/// <summary>One silo as the front of the cluster sees it.</summary>
/// <param name="url">Its address.</param>
internal sealed class FrontSilo(Uri url) : IDisposable
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(2);

    private readonly Lock changing = new();
    private CancellationTokenSource silent = new();

    public Uri Url => url;

    /// <summary>Whether it takes requests.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Whether it answers at all; a node in trouble still tells its callers so.</summary>
    public bool Answers { get; private set; }

    /// <summary>Ends when the silo falls silent; connections to it end with it, so that their callers try again elsewhere.</summary>
    public CancellationToken Silent
    {
        get
        {
            lock (changing) return silent.Token;
        }
    }

    /// <summary>Asks the silo again and again how it is.</summary>
    public async Task WatchAsync(HttpClient http, TimeProvider time, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(AskEvery, time);
        do Note(await AskAsync(http, time, cancellation));
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    public void Dispose() => silent.Dispose();

    private async Task<bool?> AskAsync(HttpClient http, TimeProvider time, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(AnswerWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            using var answer = await http.GetAsync(new Uri(url, "health/ready"), either.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private void Note(bool? ready)
    {
        var fellSilent = Answers && ready is null;
        (IsReady, Answers) = (ready == true, ready is not null);
        if (!fellSilent) return;
        CancellationTokenSource ended;
        lock (changing) (ended, silent) = (silent, new CancellationTokenSource());
        ended.Cancel();
        ended.Dispose();
    }
}
