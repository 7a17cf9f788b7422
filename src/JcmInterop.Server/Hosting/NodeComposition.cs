using JcmInterop.Grains.Hosting;
using JcmInterop.Grains.Links;
using JcmInterop.Server.Configuration;
using JcmInterop.Server.Operators;
using JcmInterop.Server.Partners;
using JcmInterop.Server.Problems;
using JcmInterop.Server.Public;
using JcmInterop.Storage;
using JcmInterop.Storage.Audit;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Relational;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace JcmInterop.Server.Hosting;

/// <summary>Puts a node together.</summary>
internal static class NodeComposition
{
    private static readonly TimeSpan BodyGrace = TimeSpan.FromSeconds(5);

    // Longer than clients keep an idle connection, so that none is closed while a request is on its way.
    private static readonly TimeSpan IdleWithin = TimeSpan.FromSeconds(70);
    private static readonly TimeSpan HeadersWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(15);

    public static WebApplication Build(NodeSettings settings, Lazy<RelationalRegistryStore> store, Lazy<OperatorTokens> tokens, Action<WebApplicationBuilder>? configure)
    {
        // Nothing but the node's own configuration counts: not the environment, and no file of the framework, for which it would watch everything below the working directory.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls([.. settings.Urls.Select(u => u.GetLeftPart(UriPartial.Authority))]);
        builder.Services.AddRoutingCore();
        builder.WebHost.ConfigureKestrel(kestrel => Limit(kestrel, settings.Limits));
        Quieten(builder.Logging);
        AddNode(builder.Services, settings, store, tokens);
        builder.UseOrleans(silo => NodeSilo.Add(silo, settings, store));
        builder.Services.AddHostedService<NodeStart>();
        builder.Services.AddHostedService<DeadlineSweep>();
        configure?.Invoke(builder);
        var application = builder.Build();
        Map(application);
        return application;
    }

    // What the libraries say of ordinary events; the node itself tells what a person needs to know.
    private static void Quieten(ILoggingBuilder logging) => logging
        .AddFilter("Orleans", LogLevel.Error)
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
        .AddFilter(typeof(OperatorAuthentication).FullName, LogLevel.Warning)
        .AddFilter("Polly", LogLevel.None)
        .AddFilter("System.Net.Http", LogLevel.None);

    private static void AddNode(IServiceCollection services, NodeSettings settings, Lazy<RelationalRegistryStore> store, Lazy<OperatorTokens> tokens)
    {
        services.Configure<HostOptions>(options => options.ShutdownTimeout = settings.Cluster.StopAnnounced + StopWithin);
        services.AddSingleton<NodeStop>();
        services.AddHostedService(provider => provider.GetRequiredService<NodeStop>());
        services.AddSingleton(settings);
        services.AddSingleton(settings.Registries);
        services.AddSingleton(settings.Ndcs);
        services.AddSingleton<IRegistryStore>(_ => store.Value);
        services.AddSingleton<IAuditTrail>(provider => provider.GetRequiredService<IRegistryStore>());
        services.AddSingleton<IStoreProof>(provider => provider.GetRequiredService<IRegistryStore>());
        services.AddSingleton<StoreLook>();
        services.AddSingleton(_ => tokens.Value);
        services.AddRegistryGrains();
        services.AddSingleton<RegistryGrains>();
        services.AddSingleton<IPartnerAddresses, ConfiguredAddresses>();
        services.AddSingleton<IPartnerConnection, HttpPartnerConnection>();
        PartnerClient.Add(services);
        services.AddRateLimiter(options => RateLimits.Add(options, settings.Limits));
        services.AddAuthentication(OperatorAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, OperatorAuthentication>(OperatorAuthentication.SchemeName, null);
        services.AddAuthorization(OperatorAccess.Add);
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, HttpJsonContext.Default));
    }

    private static void Limit(KestrelServerOptions kestrel, LimitOptions limits)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = Math.Min(limits.Connections, OpenFiles.ForConnections());
        kestrel.Limits.MaxRequestBodySize = RequestBody.BytesMax;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(limits.BodyBytesPerSecondMin, BodyGrace);
        kestrel.Limits.RequestHeadersTimeout = HeadersWithin;
        kestrel.Limits.KeepAliveTimeout = IdleWithin;
        var byAddress = new ConnectionsByAddress(limits.ConnectionsOfOneAddress);
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Use(byAddress.Count));
    }

    private static void Map(WebApplication application)
    {
        application.Use(application.Services.GetRequiredService<NodeStop>().LastAnswerAsync);
        application.UseMiddleware<TroubleMiddleware>();
        application.UseRateLimiter();
        application.UseAuthentication();
        application.UseAuthorization();
        application.MapPartnerApi();
        application.MapOperatorApi();
        application.MapPublicApi();
        application.MapHealth();
        application.MapFallback(() => ProblemAnswer.Of(StatusCodes.Status404NotFound, HttpProblems.NotThere));
    }
}
