using System.Text;

namespace JcmInterop.Architecture.Tests;

/// <summary>One file of the repository; its text is read once.</summary>
internal sealed class TreeFile(string path, string fullPath)
{
    private readonly Lazy<string> text = new(() => File.ReadAllText(fullPath, Encoding.UTF8));

    public string Path => path;

    public bool IsCSharp => path.EndsWith(".cs", StringComparison.Ordinal);

    public string Name => System.IO.Path.GetFileName(path);

    public long Bytes => new FileInfo(fullPath).Length;

    public string Text => text.Value;

    public IReadOnlyList<string> Lines => Text.Split('\n');

    /// <summary>Every line that satisfies the condition, as <c>path:line</c> so that an editor can open it.</summary>
    public IEnumerable<string> Where(Func<string, bool> offends) =>
        Lines.Select((line, index) => (line, index)).Where(numbered => offends(numbered.line)).Select(numbered => $"{path}:{numbered.index + 1}: {numbered.line.Trim()}");
}
