namespace JcmInterop.Storage.Troubles;

/// <summary>The file or its directory cannot be written to.</summary>
public sealed class StoreReadOnlyException(string place, Exception? cause = null) : StoreUnavailableException(
    new(
        place,
        "The store cannot be written to",
        "この保存ファイルには書き込めません。",
        "Give the node's user write access to the file and its directory.",
        "ノードの実行ユーザーに、ファイルとそのディレクトリへの書き込み権限を与えてください。"),
    cause);
