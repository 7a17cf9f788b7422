namespace JcmInterop.Storage.Troubles;

/// <summary>A record was to be copied into a store that holds one already.</summary>
public sealed class StoreNotEmptyException(string place) : StoreUnavailableException(
    new(
        place,
        "The store holds a record already, and no other is put over it",
        "保存先には既に記録があるため、上書きしません。",
        "Name a store that is empty.",
        "空の保存先を指定してください。"),
    null);
