namespace JcmInterop.Storage.Troubles;

/// <summary>The path of the store leads nowhere: its directory is missing, or it names a directory.</summary>
public sealed class StoreMissingException(string place, Exception? cause = null) : StoreUnavailableException(
    new(
        place,
        "The path of the store does not lead to a file",
        "保存ファイルのパスがファイルを指していません。",
        "Correct the path, or create its directory.",
        "パスを修正するか、ディレクトリを作成してください。"),
    cause);
