using System.Net;
using JcmInterop.Server.Tests.World;
using JcmInterop.Storage.Commits;
using JcmInterop.Storage.Troubles;
using Microsoft.Extensions.DependencyInjection;

namespace JcmInterop.Server.Tests;

public sealed class ReadinessTests
{
    [Theory]
    [InlineData("standby", "not ready: No standby of the database confirms what is written. / データベースのスタンバイから書き込みの確認が得られません。")]
    [InlineData("full", "not ready: There is no room left for the store. / 保存ファイルの空き容量がありません。")]
    [InlineData("unreachable", "not ready: The database server does not answer. / データベースサーバーが応答しません。")]
    [InlineData("silent", "not ready: The store does not confirm what is written. / 保存先から書き込みの確認が得られません。")]
    public async Task A_node_whose_commits_cannot_finish_says_why_until_they_can_again(string trouble, string said)
    {
        await using var pair = new NodePair();
        var store = new ScriptedProof();
        pair.Japan.Replace = services => services.AddSingleton<IStoreProof>(store);
        await pair.Japan.StartAsync();
        using var anybody = pair.Japan.Client(role: null);
        await UntilAsync("ready");

        store.Trouble = trouble switch
        {
            "standby" => new StoreStandbyMissingException("10.0.0.1:5432/secret"),
            "full" => new StoreFullException("/secret/place"),
            "unreachable" => new StoreUnreachableException("10.0.0.1:5432/secret"),
            _ => new StoreSilentException("/secret/place"),
        };
        await UntilAsync(said);
        store.Trouble = null;
        await UntilAsync("ready");

        async Task UntilAsync(string expected) => await Wait.UntilAsync(
            async () =>
            {
                using var answer = await anybody.GetAsync("health/ready", TestContext.Current.CancellationToken);
                answer.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable);
                var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                (answer.StatusCode == HttpStatusCode.OK).ShouldBe(text == "ready");
                text.ShouldNotContain("secret");
                return text == expected;
            },
            expected);
    }

    [Fact]
    public async Task However_many_ask_the_store_is_asked_once()
    {
        await using var pair = new NodePair();
        var store = new ScriptedProof();
        pair.Japan.Replace = services => services.AddSingleton<IStoreProof>(store).AddSingleton<TimeProvider>(new StoppedClock());
        await pair.Japan.StartAsync();
        using var anybody = pair.Japan.Client(role: null);
        await anybody.GetAsync("health/ready", TestContext.Current.CancellationToken);
        var before = store.Asked;

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => anybody.GetAsync("health/ready", TestContext.Current.CancellationToken)));

        store.Asked.ShouldBe(before);
        before.ShouldBeLessThanOrEqualTo(1);
    }

    private sealed class ScriptedProof : IStoreProof
    {
        private volatile StoreUnavailableException? trouble;
        private int asked;

        public StoreUnavailableException? Trouble
        {
            get => trouble;
            set => trouble = value;
        }

        public int Asked => asked;

        public Task ProveAsync(TimeSpan within, TimeProvider time)
        {
            Interlocked.Increment(ref asked);
            return Trouble is { } now ? Task.FromException(now) : Task.CompletedTask;
        }
    }

    /// <summary>A clock that runs for everybody but whoever measures elapsed time.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
