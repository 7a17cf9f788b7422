namespace JcmInterop.Storage.Troubles;

/// <summary>The file is not a store of this product, or its content is damaged.</summary>
public sealed class StoreDamagedException(string place, Exception? cause = null) : StoreUnavailableException(
    new(
        place,
        "The store is damaged or is not a store of this product",
        "保存ファイルが壊れているか、本製品の保存ファイルではありません。",
        "Keep the file as it is for examination and restore the last backup; the partner's node can send messages again.",
        "調査のためファイルをそのまま保管し、最新のバックアップから復元してください。相手国ノードはメッセージを再送できます。"),
    cause);
