namespace JcmInterop.Storage.Troubles;

/// <summary>The connection string is not one, the database does not exist, or the server refuses the node's user.</summary>
public sealed class StoreAccessException(string place, Exception? cause = null) : StoreUnavailableException(
    new(
        place,
        "The node has no access to its database",
        "ノードがデータベースにアクセスできません。",
        "Correct the connection string and the password, or create the database and let the node's user own it.",
        "接続文字列とパスワードを修正するか、データベースを作成してノードのユーザーを所有者にしてください。"),
    cause);
