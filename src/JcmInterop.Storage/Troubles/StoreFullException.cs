namespace JcmInterop.Storage.Troubles;

/// <summary>There is no room left for the store.</summary>
public sealed class StoreFullException(string place, Exception? cause = null) : StoreUnavailableException(
    new(
        place,
        "There is no room left for the store",
        "保存ファイルの空き容量がありません。",
        "Free disk space; the node goes on by itself. Nothing was lost.",
        "ディスクの空き容量を増やしてください。ノードは自動的に再開します。失われたデータはありません。"),
    cause);
