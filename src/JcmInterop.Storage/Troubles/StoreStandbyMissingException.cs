namespace JcmInterop.Storage.Troubles;

/// <summary>The database server has kept a commit, but no standby has confirmed it, and the wait was given up: a fail-over may still lose it. Nobody is told that it was kept.</summary>
public sealed class StoreStandbyMissingException(string place) : StoreUnavailableException(
    new(
        place,
        "No standby of the database confirms what is written",
        "データベースのスタンバイから書き込みの確認が得られません。",
        "Bring the standby back, or take it out of synchronous_standby_names; the node goes on by itself, and what was acknowledged is kept.",
        "スタンバイを復旧するか、synchronous_standby_names から外してください。ノードは自動的に再開し、受領済みの記録は保持されています。"),
    null);
