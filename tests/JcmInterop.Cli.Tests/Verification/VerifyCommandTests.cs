using System.Text;
using JcmInterop.Cli.Terminal;
using JcmInterop.Domain.Parties;

namespace JcmInterop.Cli.Verification;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SignedSamples samples = new();

    [Fact]
    public async Task Evidence_is_genuine_against_the_published_keys_of_both_Parties()
    {
        var japan = folder.Write("japan.json", samples.KeysOf(PartyCode.Japan).ToJwks());
        var thailand = folder.Write("thailand.json", samples.KeysOf(new PartyCode("THA")).ToJwks());
        var run = await Run.Of("verify", folder.Write("evidence.json", samples.Evidence), "--keys", japan, thailand);
        run.Code.ShouldBe(ExitCode.Done);
        run.Output.ShouldContain("/exchanges/0/message");
        run.Output.ShouldContain("2026-03-02T12:00:01.000Z");
        run.Output.ShouldContain("The file is genuine.");
        run.Output.ShouldNotContain("not checked");
    }

    [Fact]
    public async Task Without_keys_the_reader_is_told_whose_word_is_taken()
    {
        var run = await Run.Of("verify", folder.Write("evidence.json", samples.Evidence), "--lang", "ja");
        run.Code.ShouldBe(ExitCode.Done);
        run.Output.ShouldContain("未確認");
        run.Output.ShouldContain("このファイルは真正です。");
    }

    [Fact]
    public async Task Every_changed_letter_of_the_signed_parts_is_found_and_its_part_is_named()
    {
        var keys = folder.Write("keys.json", samples.Keys.ToJwks());
        var text = Encoding.UTF8.GetString(samples.Evidence);
        var receiptAt = text.IndexOf("\"receipt\":", StringComparison.Ordinal);
        foreach (var (at, part) in new[] { (text.IndexOf("payload", StringComparison.Ordinal) + 60, "/exchanges/0/message"), (receiptAt + 60, "/exchanges/0/receipt") })
        {
            var changed = samples.Evidence;
            changed[at] = changed[at] == (byte)'A' ? (byte)'B' : (byte)'A';
            var run = await Run.Of("verify", folder.Write("changed.json", changed), "--keys", keys, "--json");
            run.Code.ShouldBe(ExitCode.Finding);
            run.Json.GetProperty("genuine").GetBoolean().ShouldBeFalse();
            run.Json.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("outcome").GetString() == "failed")
                .Select(f => f.GetProperty("part").GetString()).ShouldContain(part);
        }
    }

    [Fact]
    public async Task A_receipt_alone_is_verified()
    {
        var run = await Run.Of("verify", folder.Write("receipt.json", samples.Receipt.ToArray()), "--keys", folder.Write("keys.json", samples.Keys.ToJwks()));
        run.Code.ShouldBe(ExitCode.Done);
        run.Output.ShouldContain("JPN");
    }

    [Fact]
    public async Task A_file_cut_off_in_the_middle_is_not_genuine() =>
        (await Run.Of("verify", folder.Write("cut.json", samples.Evidence[..200]))).Code.ShouldBe(ExitCode.Finding);

    [Theory]
    [InlineData("")]
    [InlineData("a plain letter")]
    [InlineData("""{"total":129320}""")]
    public async Task A_foreign_file_is_bad_input(string text)
    {
        var run = await Run.Of("verify", folder.Write("foreign.json", text));
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Error.ShouldContain("is not a signed");
    }

    [Fact]
    public async Task Keys_that_cannot_be_read_are_bad_input()
    {
        var file = folder.Write("evidence.json", samples.Evidence);
        (await Run.Of("verify", file, "--keys", folder["none.json"])).Code.ShouldBe(ExitCode.BadInput);
        (await Run.Of("verify", file, "--keys", folder.Write("keys.json", """{"keys":[{}]}"""))).Error.ShouldContain("is not a set of public keys");
    }

    public void Dispose()
    {
        folder.Dispose();
        samples.Dispose();
    }
}
