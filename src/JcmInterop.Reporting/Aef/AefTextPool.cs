namespace JcmInterop.Reporting.Aef;

/// <summary>Keeps one copy of texts that come again and again in a column, such as terms and authorization ids; columns of ever new texts are left alone.</summary>
/// <param name="columns">Number of columns.</param>
internal sealed class AefTextPool(int columns)
{
    private const int TextsPerColumnMax = 512;

    private readonly Dictionary<string, string>[] pools = [.. Enumerable.Range(0, columns).Select(_ => new Dictionary<string, string>(StringComparer.Ordinal))];

    public AefCell Pooled(int column, AefCell cell)
    {
        if (cell.Kind != AefCellKind.Text) return cell;
        var pool = pools[column];
        var text = cell.ToString();
        if (pool.TryGetValue(text, out var kept)) return AefCell.OfText(kept);
        if (pool.Count < TextsPerColumnMax) pool.Add(text, text);
        return cell;
    }
}
