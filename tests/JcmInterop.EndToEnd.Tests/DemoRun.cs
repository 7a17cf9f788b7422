using System.Diagnostics;
using System.Text.Json;

namespace JcmInterop.EndToEnd.Tests;

/// <summary>One demonstration and its folder.</summary>
internal sealed class DemoRun : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jcm-demo-");

    public DemoRun(int seed) => Process = JcmProcess.Start("demo", "--out", this["out"], "--seed", $"{seed}");

    public JcmProcess Process { get; }

    public JsonElement Summary => JsonElement.Parse(File.ReadAllBytes(this["out/summary.json"]));

    /// <summary>Id, expected and actual of every figure.</summary>
    public IReadOnlyList<(string Id, string Expected, string Actual)> Figures =>
        [.. Summary.GetProperty("figures").EnumerateArray().Select(f => (Text(f, "id"), Text(f, "expected"), Text(f, "actual")))];

    public int Restarts => Summary.GetProperty("measured").GetProperty("nodes").EnumerateArray().Sum(n => n.GetProperty("restarts").GetInt32());

    public string this[string path] => Path.Combine(folder.FullName, path);

    /// <summary>Name and process id of every node, as the demonstration last wrote them.</summary>
    public IReadOnlyList<(string Name, int ProcessId)> Nodes() =>
        [.. JsonElement.Parse(File.ReadAllBytes(this["out/nodes.json"])).EnumerateArray().Select(n => (Text(n, "name"), n.GetProperty("pid").GetInt32()))];

    /// <summary>Whether a process still runs.</summary>
    public static bool Runs(int processId)
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(processId);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
