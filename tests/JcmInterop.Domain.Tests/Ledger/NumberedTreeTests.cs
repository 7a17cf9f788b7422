using CsCheck;
using JcmInterop.Domain.Ledger;

namespace JcmInterop.Domain.Tests.Ledger;

public sealed class NumberedTreeTests
{
    private static readonly Gen<(bool IsRemoval, long First, long Final)[]> Changes =
        Gen.Select(Gen.Int[0, 3], Gen.Long[1, 3_000], Gen.Long[0, 5]).Select((kind, first, length) => (kind == 0, first, first + length)).Array[0, 2_000];

    [Fact]
    public void A_tree_holds_what_a_sorted_list_would() => Changes.Sample(changes =>
    {
        var (tree, model) = (NumberedTree<NumberRun>.Empty, new SortedDictionary<long, NumberRun>());
        foreach (var (isRemoval, first, final) in changes)
        {
            if (!isRemoval) model[first] = new NumberRun(first, final);
            else if (!model.Remove(first)) Should.Throw<LedgerDefectException>(() => tree.Remove(first));
            tree = isRemoval ? model.ContainsKey(first) || tree.LastUpTo(first)?.First != first ? tree : tree.Remove(first) : tree.Set(new NumberRun(first, final));
        }

        tree.All.ShouldBe(model.Values);
        tree.IsEmpty.ShouldBe(model.Count == 0);
        foreach (var number in new long[] { 0, 1, 700, 1_500, 3_001 })
        {
            var below = model.Values.Where(v => v.First <= number).ToList();
            tree.LastUpTo(number).ShouldBe(below.Count == 0 ? null : below[^1]);
            tree.From(number).ShouldBe(below.TakeLast(1).Concat(model.Values.Where(v => v.First > number)));
        }
    }, iter: 100);

    [Fact]
    public void A_tree_of_ordered_values_goes_on_like_one_that_grew() => Gen.Long[1, 5_000].HashSet[0, 3_000].Select(Gen.Long[1, 5_000].Array[0, 50]).Sample((numbers, removed) =>
    {
        List<NumberRun> ordered = [.. numbers.Order().Select(n => new NumberRun(n, n))];
        var tree = NumberedTree<NumberRun>.Of(ordered);
        foreach (var number in removed.Distinct().Where(numbers.Contains)) tree = tree.Remove(number);
        tree.All.ShouldBe(ordered.Where(v => !removed.Contains(v.First)));
    }, iter: 60);

    [Fact]
    public void A_change_leaves_the_tree_before_as_it_was()
    {
        var before = NumberedTree<NumberRun>.Of([.. Enumerable.Range(1, 200).Select(n => new NumberRun(n, n))]);
        var after = before.Set(new NumberRun(100, 500)).Remove(7).Set(new NumberRun(0, 0));

        before.All.ShouldBe(Enumerable.Range(1, 200).Select(n => new NumberRun(n, n)));
        after.All.Count().ShouldBe(200);
        after.LastUpTo(100).ShouldBe(new NumberRun(100, 500));
    }
}
