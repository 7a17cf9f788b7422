namespace JcmInterop.Domain.Ledger;

/// <summary>Values in the order of their numbers, packed in arrays. Immutable: a change copies one short array and those on the way to it, and shares the rest, so that
/// finding and changing a value is logarithmic and a million of them take little more than their own size.</summary>
internal sealed class NumberedTree<T>
    where T : struct, INumbered
{
    public static readonly NumberedTree<T> Empty = new(null);

    // A change copies an array of this length on each level; longer ones cost more to copy than they save in levels.
    private const int LengthMax = 32;

    private readonly Node? root;

    private NumberedTree(Node? root) => this.root = root;

    public bool IsEmpty => root is null;

    /// <summary>All values.</summary>
    public IEnumerable<T> All => From(long.MinValue);

    /// <summary>The tree of values that are in order already.</summary>
    public static NumberedTree<T> Of(List<T> ordered)
    {
        var nodes = new List<Node>((ordered.Count / LengthMax) + 1);
        for (var start = 0; start < ordered.Count; start += LengthMax)
        {
            var values = new T[Math.Min(LengthMax, ordered.Count - start)];
            ordered.CopyTo(start, values, 0, values.Length);
            nodes.Add(new Leaf(values));
        }

        while (nodes.Count > 1) nodes = [.. nodes.Chunk(LengthMax).Select(children => new Branch(children))];
        return new NumberedTree<T>(nodes.FirstOrDefault());
    }

    /// <summary>The values from a number on, in order, and before them the last one below it.</summary>
    public IEnumerable<T> From(long number)
    {
        if (root is null) yield break;
        var path = new Stack<(Branch Branch, int Place)>();
        var leaf = Descend(root, number, path);
        var place = Math.Max(0, leaf.LastUpTo(number));
        while (true)
        {
            for (; place < leaf.Values.Length; place++) yield return leaf.Values[place];
            while (path.TryPeek(out var at) && at.Place == at.Branch.Children.Length - 1) path.Pop();
            if (!path.TryPop(out var next)) yield break;
            path.Push((next.Branch, next.Place + 1));
            leaf = Descend(next.Branch.Children[next.Place + 1], long.MinValue, path);
            place = 0;
        }
    }

    /// <summary>The value with the greatest number that is not above a number, or nothing.</summary>
    public T? LastUpTo(long number)
    {
        if (root is null || root.First > number) return null;
        var node = root;
        while (node is Branch branch) node = branch.Children[branch.LastUpTo(number)];
        var leaf = (Leaf)node;
        return leaf.Values[leaf.LastUpTo(number)];
    }

    /// <summary>The tree with a value, in place of the one with the same number where there is one.</summary>
    public NumberedTree<T> Set(in T value)
    {
        if (root is null) return new NumberedTree<T>(new Leaf([value]));
        var (node, next) = Set(root, value);
        return new NumberedTree<T>(next is null ? node : new Branch([node, next]));
    }

    /// <summary>The tree without the value of a number.</summary>
    /// <exception cref="LedgerDefectException">There is none.</exception>
    public NumberedTree<T> Remove(long number)
    {
        var rest = root is null ? throw Missing(number) : Remove(root, number);
        while (rest is Branch { Children.Length: 1 } branch) rest = branch.Children[0];
        return rest is null ? Empty : new NumberedTree<T>(rest);
    }

    private static Leaf Descend(Node node, long number, Stack<(Branch Branch, int Place)> path)
    {
        while (node is Branch branch)
        {
            var place = Math.Max(0, branch.LastUpTo(number));
            path.Push((branch, place));
            node = branch.Children[place];
        }

        return (Leaf)node;
    }

    private static (Node Node, Node? Next) Set(Node node, in T value)
    {
        var place = node.LastUpTo(value.First);
        if (node is Leaf leaf)
        {
            if (place >= 0 && leaf.Values[place].First == value.First) return (new Leaf(With(leaf.Values, place, value)), null);
            return Split(Inserted(leaf.Values, place + 1, value), place + 1, values => new Leaf(values));
        }

        var branch = (Branch)node;
        place = Math.Max(0, place);
        var (child, next) = Set(branch.Children[place], value);
        var children = With(branch.Children, place, child);
        return next is null ? (new Branch(children), null) : Split(Inserted(children, place + 1, next), place + 1, nodes => new Branch(nodes));
    }

    // What grows at its end leaves full arrays behind, as a series of numbers does.
    private static (Node Node, Node? Next) Split<TEntry>(TEntry[] entries, int inserted, Func<TEntry[], Node> make)
    {
        if (entries.Length <= LengthMax) return (make(entries), null);
        var half = inserted == entries.Length - 1 ? inserted : entries.Length / 2;
        return (make(entries[..half]), make(entries[half..]));
    }

    private static Node? Remove(Node node, long number)
    {
        var place = node.LastUpTo(number);
        if (place < 0) throw Missing(number);
        if (node is Leaf leaf)
        {
            if (leaf.Values[place].First != number) throw Missing(number);
            return leaf.Values.Length == 1 ? null : new Leaf(Without(leaf.Values, place));
        }

        var branch = (Branch)node;
        if (Remove(branch.Children[place], number) is { } rest) return new Branch(With(branch.Children, place, rest));
        return branch.Children.Length == 1 ? null : new Branch(Without(branch.Children, place));
    }

    private static TEntry[] With<TEntry>(TEntry[] entries, int place, TEntry entry)
    {
        var copy = entries.AsSpan().ToArray();
        copy[place] = entry;
        return copy;
    }

    private static TEntry[] Inserted<TEntry>(TEntry[] entries, int place, TEntry entry)
    {
        var longer = new TEntry[entries.Length + 1];
        entries.AsSpan(0, place).CopyTo(longer);
        longer[place] = entry;
        entries.AsSpan(place).CopyTo(longer.AsSpan(place + 1));
        return longer;
    }

    private static TEntry[] Without<TEntry>(TEntry[] entries, int place)
    {
        var shorter = new TEntry[entries.Length - 1];
        entries.AsSpan(0, place).CopyTo(shorter);
        entries.AsSpan(place + 1).CopyTo(shorter.AsSpan(place));
        return shorter;
    }

    private static LedgerDefectException Missing(long number) => new($"There is nothing under number {number}.");

    private abstract class Node
    {
        public abstract long First { get; }

        /// <summary>The place of the last entry that begins at a number or below it; -1 where all begin above.</summary>
        public abstract int LastUpTo(long number);
    }

    private sealed class Leaf(T[] values) : Node
    {
        public T[] Values { get; } = values;

        public override long First => Values[0].First;

        public override int LastUpTo(long number)
        {
            var (low, high) = (0, Values.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (Values[middle].First <= number) low = middle + 1;
                else high = middle;
            }

            return low - 1;
        }
    }

    private sealed class Branch(Node[] children) : Node
    {
        private readonly long[] firsts = Array.ConvertAll(children, child => child.First);

        public Node[] Children { get; } = children;

        public override long First => firsts[0];

        public override int LastUpTo(long number)
        {
            var place = Array.BinarySearch(firsts, number);
            return place >= 0 ? place : ~place - 1;
        }
    }
}
