namespace JcmInterop.Storage;

/// <summary>The store of a node cannot be opened, or failed while in use. Nothing is half-done: a commit that met this was not kept.</summary>
/// <remarks>One subclass per cause. The message is English; both languages, the place and the remedy are properties.</remarks>
public abstract class StoreUnavailableException : Exception
{
    private protected StoreUnavailableException(StoreTrouble trouble, Exception? cause)
        : base($"{trouble.English} ({trouble.Place}). {trouble.RemedyEnglish}", cause) => Trouble = trouble;

    /// <summary>What happened, where, and what to do.</summary>
    public StoreTrouble Trouble { get; }
}

/// <summary>Another process uses the store. Two nodes never share one file.</summary>
public sealed class StoreLockedException(string place, Exception? cause = null) : StoreUnavailableException(
    new(
        place,
        "Another process is using the store",
        "別のプロセスがこの保存ファイルを使用しています。",
        "Stop the other node first, or give this node a store of its own.",
        "先に他のノードを停止するか、このノード専用の保存ファイルを指定してください。"),
    cause);

/// <summary>The file or its directory cannot be written to.</summary>
public sealed class StoreReadOnlyException(string place, Exception? cause = null) : StoreUnavailableException(
    new(
        place,
        "The store cannot be written to",
        "この保存ファイルには書き込めません。",
        "Give the node's user write access to the file and its directory.",
        "ノードの実行ユーザーに、ファイルとそのディレクトリへの書き込み権限を与えてください。"),
    cause);

/// <summary>The file is not a store of this product, or its content is damaged.</summary>
public sealed class StoreDamagedException(string place, Exception? cause = null) : StoreUnavailableException(
    new(
        place,
        "The store is damaged or is not a store of this product",
        "保存ファイルが壊れているか、本製品の保存ファイルではありません。",
        "Keep the file as it is for examination and restore the last backup; the partner's node can send messages again.",
        "調査のためファイルをそのまま保管し、最新のバックアップから復元してください。相手国ノードはメッセージを再送できます。"),
    cause);

/// <summary>A newer version of this product has already changed the layout of the store.</summary>
public sealed class StoreTooNewException(string place, Exception? cause = null) : StoreUnavailableException(
    new(
        place,
        "The store was written by a newer version of this product",
        "この保存ファイルは、より新しい版の本製品で作成されています。",
        "Start the newer version, or restore the backup made before the upgrade.",
        "新しい版を起動するか、更新前のバックアップから復元してください。"),
    cause);

/// <summary>There is no room left for the store.</summary>
public sealed class StoreFullException(string place, Exception? cause = null) : StoreUnavailableException(
    new(
        place,
        "There is no room left for the store",
        "保存ファイルの空き容量がありません。",
        "Free disk space; the node goes on by itself. Nothing was lost.",
        "ディスクの空き容量を増やしてください。ノードは自動的に再開します。失われたデータはありません。"),
    cause);

/// <summary>The path of the store leads nowhere: its directory is missing, or it names a directory.</summary>
public sealed class StoreMissingException(string place, Exception? cause = null) : StoreUnavailableException(
    new(
        place,
        "The path of the store does not lead to a file",
        "保存ファイルのパスがファイルを指していません。",
        "Correct the path, or create its directory.",
        "パスを修正するか、ディレクトリを作成してください。"),
    cause);

/// <summary>The disk, or the store itself, failed while in use.</summary>
public sealed class StoreFailedException(string place, Exception? cause = null) : StoreUnavailableException(
    new(
        place,
        "The store failed while in use",
        "使用中に保存ファイルの障害が発生しました。",
        "Check the disk and the system log, then start the node again; what was acknowledged is kept.",
        "ディスクとシステムログを確認し、ノードを再起動してください。受領済みの記録は保持されています。"),
    cause);
