using System.Net.Sockets;
using JcmInterop.Domain.Ledger;
using JcmInterop.Messages.Json;
using JcmInterop.Server.Configuration;
using JcmInterop.Server.Operators;
using JcmInterop.Storage.Relational;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace JcmInterop.Server.Hosting;

/// <summary>One node: its store, its registries, its links and its three interfaces, in one process.</summary>
public sealed class NodeHost : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly RelationalRegistryStore store;
    private readonly Task preparing;

    private NodeHost(NodeSettings settings, WebApplication application, RelationalRegistryStore store, Task preparing)
    {
        this.preparing = preparing;
        Settings = settings;
        this.application = application;
        this.store = store;
    }

    /// <summary>The configuration of the node, checked.</summary>
    public NodeSettings Settings { get; }

    /// <summary>What the node is made of.</summary>
    public IServiceProvider Services => application.Services;

    /// <summary>The addresses the node listens on, once it has started.</summary>
    public IReadOnlyList<Uri> Urls =>
        [.. Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Select(a => new Uri(a))];

    /// <summary>Checks the configuration, opens the store, creates what the first start needs, and puts the node together without starting it.</summary>
    /// <param name="options">The configuration.</param>
    /// <param name="configure">Changes what the node is made of, for example its logging; nothing to leave it as it is.</param>
    /// <exception cref="NodeStartException">The configuration is not usable, or the store cannot be opened; one sentence names the place.</exception>
    public static NodeHost Build(NodeOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        // A start is mostly code being compiled for its first use; what reads the registries is made ready beside the rest.
        var readying = Task.Run(WireJson.Prepare<LedgerItem>);
        var settings = NodeSettings.Check(options);
        var opening = Task.Run(() => NodeStore.Open(settings));
        var opened = new Lazy<RelationalRegistryStore>(() => opening.GetAwaiter().GetResult());
        var tokens = new Lazy<OperatorTokens>(() => OperatorTokens.Open(settings.DataDirectory));
        var built = false;
        try
        {
            var composed = NodeComposition.Build(settings, opened, tokens, configure);
            var host = new NodeHost(settings, composed, opened.Value, readying);
            _ = tokens.Value;
            built = true;
            return host;
        }
        finally
        {
            // Disposing waits for the writer of a store that has not been used yet, which ends at once.
            if (!built && !opening.IsFaulted) opened.Value.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>Starts the node; it takes requests when the task is done.</summary>
    /// <exception cref="NodeStartException">An address is in use.</exception>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        try
        {
            await application.StartAsync(cancellation);
            await preparing;
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            throw InUse(error);
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw InUse(error);
        }
    }

    /// <summary>Waits until the process is asked to stop, then finishes what is under way.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellation = default) => application.WaitForShutdownAsync(cancellation);

    /// <summary>Stops taking requests, finishes the commits under way, and stops.</summary>
    public Task StopAsync(CancellationToken cancellation = default) => application.StopAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        await store.DisposeAsync();
        (Settings.Registries.All[0].FurtherKeys as IDisposable)?.Dispose();
        Settings.Key.Dispose();
    }

    private NodeStartException InUse(Exception error)
    {
        var addresses = string.Join(", ", Settings.Urls.Select(u => u.Authority));
        return new NodeStartException(
            "urls",
            $"The node cannot listen on {addresses}, because the port is in use.",
            $"{addresses} のポートは使用中のため、待ち受けできません。",
            "Stop the program that uses the port, or give the node another port in its configuration.",
            "ポートを使用しているプログラムを停止するか、設定で別のポートを指定してください。",
            error);
    }
}
