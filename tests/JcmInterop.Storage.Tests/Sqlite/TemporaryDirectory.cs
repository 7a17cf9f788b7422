namespace JcmInterop.Storage.Tests.Sqlite;

/// <summary>A directory that is gone after the test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("jcm-store-").FullName;

    public string Store => System.IO.Path.Combine(Path, "node.db");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
