namespace JcmInterop.Storage.Troubles;

/// <summary>The database server does not answer, or it ended the connection. Whether a commit under way was kept is known once it answers again.</summary>
public sealed class StoreUnreachableException(string place, Exception? cause = null) : StoreUnavailableException(
    new(
        place,
        "The database server does not answer",
        "データベースサーバーが応答しません。",
        "Check that the server runs and can be reached; the node goes on by itself, and what was acknowledged is kept.",
        "サーバーが稼働し、接続できることを確認してください。ノードは自動的に再開し、受領済みの記録は保持されています。"),
    cause);
