using System.Text.Json;
using JcmInterop.Messages.Faults;
using JcmInterop.Server.Partners;
using JcmInterop.Server.Tests.World;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace JcmInterop.Server.Tests;

public sealed class PartnerApiDescriptionTests(StartedNode started) : IClassFixture<StartedNode>
{
    private const string Partner = "/partner/";
    private static readonly JsonElement Description = JsonElement.Parse(File.ReadAllBytes(Path.Combine(Root(), "contracts", "partner-api.openapi.json")));

    [Fact]
    public void The_description_has_exactly_the_operations_that_a_node_answers()
    {
        var routes = started.Single.Node.Host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => $"/{e.RoutePattern.RawText!.TrimStart('/')}".StartsWith(Partner, StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Select(m => $"{m} {e.RoutePattern.RawText}"));
        var described = Description.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => $"{o.Name.ToUpperInvariant()} {p.Name}"));

        described.ShouldBe(routes, ignoreOrder: true);
    }

    [Fact]
    public void The_description_names_every_status_a_message_can_be_answered_with()
    {
        int[] ofHttp = [200, 404, 408, 415, 429, 503];
        var ofFaults = Enum.GetValues<WireFaultKind>()
            .Where(k => k is not (WireFaultKind.UnknownMessageType or WireFaultKind.MalformedBody or WireFaultKind.ReceiptMismatch)).Select(PartnerEndpoints.Status);

        Responses("/partner/v1/registries/{registry}/messages", "post").ShouldBe(ofFaults.Concat(ofHttp).Distinct(), ignoreOrder: true);
    }

    [Fact]
    public async Task A_problem_has_the_members_of_the_description_and_no_other()
    {
        using var client = started.Single.Node.Client(role: null);
        using var response = await client.PostAsync("partner/v1/registries/JPN-THA/messages", new ByteArrayContent([]), TestContext.Current.CancellationToken);
        var problem = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var schema = Description.GetProperty("components").GetProperty("schemas").GetProperty("Problem");

        problem.EnumerateObject().Select(m => m.Name).ShouldBeSubsetOf(schema.GetProperty("properties").EnumerateObject().Select(m => m.Name));
        schema.GetProperty("required").EnumerateArray().Select(r => r.GetString()!).ShouldBeSubsetOf(problem.EnumerateObject().Select(m => m.Name));
    }

    private static IEnumerable<int> Responses(string path, string method) =>
        Description.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses").EnumerateObject().Select(r => int.Parse(r.Name));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "JcmInterop.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The sources are not above the tests.");
    }
}
