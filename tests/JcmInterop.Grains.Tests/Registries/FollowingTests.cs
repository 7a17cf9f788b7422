using JcmInterop.Domain.Ledger;
using JcmInterop.Grains.Registries;
using JcmInterop.Grains.Tests.World;

namespace JcmInterop.Grains.Tests.Registries;

/// <summary>Who follows the journal waits until there is something to read.</summary>
public sealed class FollowingTests : IAsyncDisposable
{
    private readonly RegistrySide japan;
    private readonly RegistrySide thailand;

    public FollowingTests() => (japan, thailand) = RegistrySide.Pair();

    [Fact]
    public async Task A_journal_that_is_longer_already_is_told_at_once()
    {
        await japan.DoAsync(new SendTest("first"));
        (await japan.Writer.BeyondAsync(0, TimeSpan.FromSeconds(1))).ShouldBeTrue();
    }

    [Fact]
    public async Task Every_follower_is_told_of_the_next_commit()
    {
        await japan.DoAsync(new SendTest("first"));
        var position = (await japan.Store.LoadAsync(Facts.Pair)).Heads.Journal.Position;
        Task<bool>[] followers = [.. Enumerable.Range(0, 3).Select(_ => japan.Writer.BeyondAsync(position, RegistryWriter.FollowingMax))];
        followers.ShouldAllBe(follower => !follower.IsCompleted);

        await japan.DoAsync(new SendTest("second"));

        (await Task.WhenAll(followers)).ShouldAllBe(isBeyond => isBeyond);
    }

    [Fact]
    public async Task Nobody_waits_longer_than_the_limit()
    {
        var follower = japan.Writer.BeyondAsync(0, TimeSpan.FromDays(1));
        await japan.Writer.PrepareAsync();

        // The follower may not have begun to wait yet.
        while (!follower.IsCompleted)
        {
            japan.Time.Advance(RegistryWriter.FollowingMax);
            await Task.Yield();
        }

        (await follower).ShouldBeFalse();
    }

    [Fact]
    public async Task A_follower_does_not_keep_a_writer_that_has_to_leave()
    {
        await japan.Writer.PrepareAsync();
        var follower = japan.Writer.BeyondAsync(0, RegistryWriter.FollowingMax);

        await japan.Writer.DisposeAsync();

        (await follower).ShouldBeFalse();
    }

    public async ValueTask DisposeAsync()
    {
        await japan.DisposeAsync();
        await thailand.DisposeAsync();
    }
}
