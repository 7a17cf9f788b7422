namespace JcmInterop.Storage.Troubles;

/// <summary>Another process uses the store. Two nodes never share one file.</summary>
public sealed class StoreLockedException(string place, Exception? cause = null) : StoreUnavailableException(
    new(
        place,
        "Another process is using the store",
        "別のプロセスがこの保存ファイルを使用しています。",
        "Stop the other node first, or give this node a store of its own.",
        "先に他のノードを停止するか、このノード専用の保存ファイルを指定してください。"),
    cause);
