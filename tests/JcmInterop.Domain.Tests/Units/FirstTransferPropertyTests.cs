using CsCheck;
using JcmInterop.Domain.Authorizations;
using JcmInterop.Domain.Units;
using static JcmInterop.Domain.Tests.World.Sample;

namespace JcmInterop.Domain.Tests.Units;

public sealed class FirstTransferPropertyTests
{
    private static readonly string[] Acts = ["transfer", "cancellation", "overall mitigation", "Adaptation Fund", "named"];

    private static readonly Gen<(AuthorizedUses Uses, FirstTransferDefinition? Definition, bool IsNamed)> Terms =
        Gen.Select(Gen.OneOf(AuthorizedUses.Ndc, AuthorizedUses.InternationalMitigation, AuthorizedUses.Ndc | AuthorizedUses.OtherPurposes | AuthorizedUses.InternationalMitigation), Gen.Enum<FirstTransferDefinition>(), Gen.Bool)
            .Select((uses, definition, isNamed) => (uses, uses == AuthorizedUses.Ndc ? null : (FirstTransferDefinition?)definition, isNamed));

    private static readonly Gen<(string Act, long First, long Final)> Act =
        Gen.Select(Gen.OneOf(Acts), Gen.Long[1, 100], Gen.Long[0, 40]).Select((act, first, length) => (act, first, Math.Min(100, first + length)));

    [Fact]
    public void A_unit_is_first_transferred_at_most_once_whatever_happens() => Gen.Select(Terms, Act.Array[1, 12]).Sample((terms, acts) =>
    {
        var world = new FirstTransferWorld(terms.Uses, terms.Definition, terms.IsNamed);
        var known = new Dictionary<long, FirstTransfer>();
        foreach (var (act, first, final) in acts)
        {
            world.Act(act, first, final);
            foreach (var block in world.Sides.Partner.State.Blocks.Where(b => b.FirstTransfer is not null))
            {
                for (var serial = block.Serials.First; serial <= block.Serials.Final; serial++)
                {
                    if (known.TryGetValue(serial, out var before)) block.FirstTransfer.ShouldBe(before);
                    else known[serial] = block.FirstTransfer!;
                }
            }
        }

        world.ShouldBeLawful();
        var records = world.History().FirstTransfers;
        records.Sum(r => r.Quantity.Tonnes).ShouldBe(known.Count);
        records.SelectMany(r => Numbers(r.Origin.Serials!)).Distinct().Count().ShouldBe(known.Count);
    }, iter: 50, print: t => $"{t.Item1} {string.Join(", ", t.Item2)}");

    [Fact]
    public void Splitting_blocks_changes_no_first_transfer() => Gen.Select(Terms, Act.Array[1, 6], Gen.Long[1, 99].Array[1, 5]).Sample((terms, acts, cuts) =>
    {
        var (whole, split) = (new FirstTransferWorld(terms.Uses, terms.Definition, terms.IsNamed), new FirstTransferWorld(terms.Uses, terms.Definition, terms.IsNamed));
        foreach (var cut in cuts)
        {
            split.Thailand(new MoveUnits(Of901(cut, cut + 1), Account(Tha, 102), null));
            split.Thailand(new MoveUnits(Of901(cut, cut + 1, 102), Account(Tha, 101), null));
        }

        foreach (var (act, first, final) in acts) (split.Act(act, first, final)?.Rule).ShouldBe(whole.Act(act, first, final)?.Rule);
        ByUnit(split).ShouldBe(ByUnit(whole));
    }, iter: 30, print: t => $"{t.Item1} {string.Join(", ", t.Item2)} cut at {string.Join(", ", t.Item3)}");

    private static IEnumerable<long> Numbers(SerialRange serials)
    {
        for (var n = serials.First; n <= serials.Final; n++) yield return n;
    }

    private static SortedDictionary<long, string> ByUnit(FirstTransferWorld world) => new(world.Sides.Partner.State.Blocks.SelectMany(b => Numbers(b.Serials).Select(n =>
        (n, $"{b.FirstTransfer} {b.Itmo?.From(n - b.Serials.First)} {b.Status} {b.Account}"))).ToDictionary(u => u.n, u => u.Item2));
}
