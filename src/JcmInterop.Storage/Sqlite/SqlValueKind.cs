namespace JcmInterop.Storage.Sqlite;

/// <summary>What a bound value is.</summary>
internal enum SqlValueKind
{
    Nothing,
    Number,
    Text,
    Bytes,
}
