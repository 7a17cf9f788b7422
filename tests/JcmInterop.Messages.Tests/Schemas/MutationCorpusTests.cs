using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using JcmInterop.Messages.Json;

namespace JcmInterop.Messages.Tests.Schemas;

public sealed class MutationCorpusTests
{
    // The plain run looks at some of the cases only; the comparison with an independent validator writes and decides all of them.
    private const int PlainStride = 13;

    [Fact]
    public void Every_change_of_a_valid_message_is_decided_the_same_way_again()
    {
        var target = Environment.GetEnvironmentVariable("JCM_CORPUS_OUT");
        using var corpus = target is null ? null : new StreamWriter(target, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var unchanged = new HashSet<string>(StringComparer.Ordinal);
        var refused = 0;
        foreach (var (one, i) in MutationCorpus.Cases().Select((one, i) => (one, i)))
        {
            if (corpus is null && i % PlainStride != 0 && one.Change != "unchanged") continue;
            var fault = MutationCorpus.Fault(one);
            MutationCorpus.Fault(one).ShouldBe(fault, $"{one.Schema}, {one.Change}");
            if (fault is not null) refused++;
            if (one.Change == "unchanged" && unchanged.Add(one.Schema)) fault.ShouldBeNull(one.Schema);
            corpus?.WriteLine(Line(one, fault));
        }

        unchanged.ShouldBe(MessageBodies.Types.Concat(DocumentSamples.Names), ignoreOrder: true);
        refused.ShouldBeGreaterThan(500);
    }

    private static string Line(CorpusCase one, string? fault) => new JsonObject
    {
        ["schema"] = one.Schema,
        ["change"] = one.Change,
        ["fault"] = fault,
        ["readerOnly"] = fault is null ? null : MutationCorpus.ReaderOnly(one, fault),
        ["value"] = JsonNode.Parse(one.Json),
    }.ToJsonString(JsonSerializerOptions.Web);
}
