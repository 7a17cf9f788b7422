using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Transfers;
using JcmInterop.Messages.Json;
using JcmInterop.Server.Operators;
using JcmInterop.Server.Tests.World;

namespace JcmInterop.Server.Tests;

public sealed class OperatorInterfaceTests(StartedNode started) : IClassFixture<StartedNode>
{
    private readonly SingleNode single = started.Single;

    [Theory]
    [InlineData(null, "registries", 401)]
    [InlineData("wrong", "registries", 401)]
    [InlineData("Viewer", "registries", 200)]
    [InlineData("Operator", "registries", 200)]
    [InlineData("Administrator", "registries", 200)]
    [InlineData("Viewer", "audit", 403)]
    [InlineData("Operator", "audit", 403)]
    [InlineData("Administrator", "audit", 200)]
    [InlineData("Administrator", "registries/JPN-MNG/state", 404)]
    [InlineData("Administrator", "registries/JPN-THA/transfers?limit=0", 400)]
    [InlineData("Administrator", "registries/JPN-THA/journal?after=x", 400)]
    [InlineData("Viewer", "registries/JPN-THA/journal?wait=11", 400)]
    [InlineData("Viewer", "registries/JPN-THA/journal?wait=soon", 400)]
    [InlineData("Viewer", "registries/JPN-THA/journal?after=1000000&wait=1", 200)]
    [InlineData("Administrator", "registries/JPN-THA/accounts/JPN-1-34/units?after=*", 400)]
    [InlineData("Administrator", "exports/aef?year=twenty", 400)]
    [InlineData("Viewer", "exports/holdings?recordedUntil=yesterday", 400)]
    [InlineData("Administrator", "registries/JPN-THA/evidence/01900000-0000-7000-9000-000000000001", 404)]
    public async Task Reading_needs_a_token_of_the_right_role(string? who, string path, int status)
    {
        using var client = As(who);
        using var response = await client.GetAsync($"operator/v1/{path}", TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBe(status);
        if (status >= 400) response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_client_that_follows_the_journal_is_answered_when_there_is_something_to_read()
    {
        using var client = As("Operator");
        var state = JsonElement.Parse(await client.GetByteArrayAsync("operator/v1/registries/JPN-THA/state", TestContext.Current.CancellationToken));
        var position = state.GetProperty("journalPosition").GetInt64();
        var following = client.GetByteArrayAsync($"operator/v1/registries/JPN-THA/journal?after={position}&wait=10", TestContext.Current.CancellationToken);

        await NodeUnderTest.PostAsync(client, new SendTest("hello"));

        var rows = JsonElement.Parse(await following).GetProperty("items").EnumerateArray().ToList();
        rows[0].GetProperty("position").GetInt64().ShouldBe(position + 1);
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("wrong", 401)]
    [InlineData("Viewer", 403)]
    [InlineData("Operator", 200)]
    [InlineData("Administrator", 200)]
    public async Task Commands_need_an_operator(string? who, int status)
    {
        using var client = As(who);
        ((int)(await NodeUnderTest.PostAsync(client, new SendTest("hello"))).Status).ShouldBe(status);
    }

    [Theory]
    [InlineData("Operator", 403)]
    [InlineData("Administrator", 204)]
    public async Task Taking_up_a_delivery_needs_an_administrator(string who, int status)
    {
        using var client = As(who);
        using var response = await client.PostAsync("operator/v1/registries/JPN-THA/link/retry", null, TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task Forbidden_acts_are_audited_with_the_person()
    {
        using (var viewer = As("Viewer")) await NodeUnderTest.PostAsync(viewer, new SendTest("hello"));
        var acts = await single.Node.Store.ReadActsAsync(null, 1, TestContext.Current.CancellationToken);
        acts[0].Entry.Outcome.ShouldBe("forbidden");
        acts[0].Entry.Person.ShouldBe("first Viewer");
    }

    [Fact]
    public async Task A_refusal_is_a_problem_with_rule_and_remedy_in_both_languages()
    {
        using var client = single.Node.Client();
        var (status, body) = await NodeUnderTest.PostAsync(client, new WithdrawTransfer(new TransferId(new Guid("01900000-0000-7000-9000-000000000001"))));
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = JsonElement.Parse(body);
        problem.GetProperty("rule").GetInt32().ShouldBeInRange(3000, 3999);
        problem.GetProperty("remedyJapanese").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task The_same_key_gets_the_same_answer_and_another_body_a_conflict()
    {
        using var client = single.Node.Client();
        var first = await NodeUnderTest.PostAsync(client, Facts.Open(Facts.Jpn, 1, AccountKind.GovernmentHolding), key: "same");
        var second = await NodeUnderTest.PostAsync(client, Facts.Open(Facts.Jpn, 1, AccountKind.GovernmentHolding), key: "same");
        var other = await NodeUnderTest.PostAsync(client, Facts.Open(Facts.Jpn, 2, AccountKind.GovernmentHolding), key: "same");
        second.Body.ShouldBe(first.Body);
        other.Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("{\"command\":\"send-test\",\"text\":7}", "/text")]
    [InlineData("{\"command\":", "line 1")]
    public async Task A_malformed_command_is_answered_with_the_place(string body, string place)
    {
        using var client = single.Node.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "operator/v1/registries/JPN-THA/commands");
        request.Headers.Add("Idempotency-Key", "k");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).GetProperty("place").GetString()!.ShouldContain(place);
    }

    [Fact]
    public async Task A_command_without_a_key_is_refused()
    {
        using var client = single.Node.Client();
        using var content = new ByteArrayContent(WireJson.Write<LedgerCommand>(new SendTest("x"))) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await client.PostAsync("operator/v1/registries/JPN-THA/commands", content, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_dry_run_changes_nothing()
    {
        using var client = single.Node.Client();
        var dry = await NodeUnderTest.PostAsync(client, Facts.Open(Facts.Jpn, 77, AccountKind.GovernmentHolding), isDryRun: true);
        dry.Status.ShouldBe(HttpStatusCode.OK);
        (await single.Node.StateAsync()).Accounts.ShouldNotContainKey(Facts.Account(Facts.Jpn, 77));
    }

    [Fact]
    public void Tokens_are_kept_as_hashes_in_files_only_their_owner_reads()
    {
        var directory = single.Node.Options.DataDirectory;
        var hashes = File.ReadAllText(Path.Combine(directory, OperatorTokens.HashFile));
        foreach (var role in Enum.GetValues<OperatorRole>())
        {
            var file = Path.Combine(directory, OperatorTokens.FirstTokenFile(role));
            hashes.ShouldNotContain(File.ReadAllText(file));
            if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(Path.Combine(directory, OperatorTokens.HashFile)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private HttpClient As(string? who)
    {
        var client = single.Node.Client(role: null);
        if (who is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", who == "wrong" ? "jcm_guess" : single.Node.Token(Enum.Parse<OperatorRole>(who)));
        return client;
    }
}
