namespace JcmInterop.Storage.Troubles;

/// <summary>A newer version of this product has already changed the layout of the store.</summary>
public sealed class StoreTooNewException(string place, Exception? cause = null) : StoreUnavailableException(
    new(
        place,
        "The store was written by a newer version of this product",
        "この保存ファイルは、より新しい版の本製品で作成されています。",
        "Start the newer version, or restore the backup made before the upgrade.",
        "新しい版を起動するか、更新前のバックアップから復元してください。"),
    cause);
