using JcmInterop.Server.Configuration;

namespace JcmInterop.Server.Hosting;

/// <summary>Says that the node is about to stop while it still takes requests, so that whoever spreads requests over the silos sends them elsewhere in time.</summary>
internal sealed class NodeStop(NodeSettings settings, TimeProvider time) : IHostedLifecycleService
{
    private volatile bool isAnnounced;

    /// <summary>Whether the node is stopping; it says then that it is not ready.</summary>
    public bool IsAnnounced => isAnnounced;

    /// <summary>Announces the stop. One of several silos goes on as before for a while; a node alone has nobody to send requests to.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        isAnnounced = true;
        if (!settings.Store.IsShared) return;
        var pause = Task.Delay(settings.Cluster.StopAnnounced, time, cancellationToken);
        await pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Ends each connection with its answer once the stop is announced, so that no client sends its next request into a closing one.</summary>
    public Task LastAnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (isAnnounced) context.Response.Headers.Connection = "close";
        return next(context);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
