using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Parties;
using JcmInterop.Messages.Signatures;
using JcmInterop.Messages.Verification;

namespace JcmInterop.Cli.Keys;

public sealed class KeysCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("Ed25519")]
    [InlineData("ES256")]
    public async Task A_new_key_is_readable_by_its_owner_only_and_is_never_printed(string algorithm)
    {
        var run = await Run.Of("keys", "new", folder["key.json"], "--algorithm", algorithm, "--json");
        run.Code.ShouldBe(ExitCode.Done);
        run.Json.GetProperty("algorithm").GetString().ShouldBe(algorithm);
        run.Output.ShouldNotContain("\"d\"");
        using var key = SigningKeyFile.Read(folder["key.json"]);
        run.Json.GetProperty("keyId").GetString().ShouldBe(key.Public.KeyId);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(folder["key.json"]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task An_existing_file_is_not_overwritten()
    {
        var before = folder.Write("key.json", "kept");
        var run = await Run.Of("keys", "new", before);
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain("is not overwritten");
        (await File.ReadAllTextAsync(before, TestContext.Current.CancellationToken)).ShouldBe("kept");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named() =>
        (await Run.Of("keys", "new", folder["missing/key.json"])).Error.ShouldContain("There is no folder");

    [Fact]
    public async Task The_exported_set_holds_the_public_part_and_says_whose_it_is()
    {
        await Run.Of("keys", "new", folder["key.json"]);
        (await Run.Of("keys", "export", folder["key.json"], "--party", "JPN", "--out", folder["public.json"])).Code.ShouldBe(ExitCode.Done);
        var kept = KeySet.Read(await File.ReadAllBytesAsync(folder["public.json"], TestContext.Current.CancellationToken)).Of(PartyCode.Japan).Keys.Single();
        var printed = (await Run.Of("keys", "export", folder["key.json"], "--party", "JPN")).Json.GetProperty("keys")[0];
        printed.TryGetProperty("d", out _).ShouldBeFalse();
        printed.GetProperty("party").GetString().ShouldBe("JPN");
        printed.GetProperty("kid").GetString().ShouldBe(kept.Key.KeyId);
        kept.ValidFrom.ShouldBeLessThanOrEqualTo(TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task A_Party_that_is_none_is_bad_input()
    {
        await Run.Of("keys", "new", folder["key.json"]);
        (await Run.Of("keys", "export", folder["key.json"], "--party", "Japan")).Code.ShouldBe(ExitCode.BadInput);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"kty":"oct","k":"AAAA"}""")]
    public async Task A_file_that_is_no_key_is_bad_input(string text)
    {
        var file = folder.Write("key.json", text);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var run = await Run.Of("keys", "show", file);
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain(file);
    }

    [Fact]
    public async Task A_key_that_others_can_read_is_not_used()
    {
        if (OperatingSystem.IsWindows()) return;
        await Run.Of("keys", "new", folder["key.json"]);
        File.SetUnixFileMode(folder["key.json"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var run = await Run.Of("keys", "show", folder["key.json"]);
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain("chmod 600");
    }

    public void Dispose() => folder.Dispose();
}
