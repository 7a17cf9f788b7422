namespace JcmInterop.Reporting.Tests.Aef;

/// <summary>A place for one file or folder that is gone after the test.</summary>
internal sealed class TemporaryPath : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jcm-aef-");

    public string Path => System.IO.Path.Combine(folder.FullName, "submission");

    public string Folder => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
