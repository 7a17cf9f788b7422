namespace JcmInterop.Storage.Troubles;

/// <summary>The disk, or the store itself, failed while in use.</summary>
public sealed class StoreFailedException(string place, Exception? cause = null) : StoreUnavailableException(
    new(
        place,
        "The store failed while in use",
        "使用中に保存ファイルの障害が発生しました。",
        "Check the disk and the system log, then start the node again; what was acknowledged is kept.",
        "ディスクとシステムログを確認し、ノードを再起動してください。受領済みの記録は保持されています。"),
    cause);
