namespace JcmInterop.Reporting.Tests;

internal static class ShouldlySingle
{
    public static T ShouldContainSingle<T>(this IEnumerable<T> items, Func<T, bool> predicate)
    {
        var all = items.ToList();
        all.Count(predicate).ShouldBe(1, string.Join('\n', all));
        return all.Single(predicate);
    }
}
