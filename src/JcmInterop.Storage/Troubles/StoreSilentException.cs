namespace JcmInterop.Storage.Troubles;

/// <summary>The store has not confirmed a write in the time it should take. The write may still be kept.</summary>
public sealed class StoreSilentException(string place) : StoreUnavailableException(
    new(
        place,
        "The store does not confirm what is written",
        "保存先から書き込みの確認が得られません。",
        "Look for a disk that is slow or full and for locks; the node goes on by itself, and what was acknowledged is kept.",
        "ディスクの遅延や空き容量、ロックを確認してください。ノードは自動的に再開し、受領済みの記録は保持されています。"),
    null);
