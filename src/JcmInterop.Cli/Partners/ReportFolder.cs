using JcmInterop.Cli.Terminal;
using JcmInterop.Conformance;
using JcmInterop.Conformance.Reports;

namespace JcmInterop.Cli.Partners;

/// <summary>Where the reports of the conformance kit go, and what a run leaves for the next one.</summary>
internal sealed class ReportFolder
{
    /// <summary>Name of the readable JSON file.</summary>
    public const string JsonFile = "report.json";

    /// <summary>Name of the page.</summary>
    public const string HtmlFile = "report.html";

    private const string SignedFile = "report.signed.json";

    private readonly string path;

    private ReportFolder(string path) => this.path = path;

    public string Page => Path.Combine(path, HtmlFile);

    public string ChainFile => Path.Combine(path, "chain.json");

    public static ReportFolder Take(DirectoryInfo folder)
    {
        folder.Create();
        return new ReportFolder(folder.FullName);
    }

    /// <summary>Where the run before left the directions.</summary>
    public ConformanceChain Chain()
    {
        if (!File.Exists(ChainFile)) return ConformanceChain.Fresh;
        try
        {
            return ConformanceChain.Read(File.ReadAllBytes(ChainFile));
        }
        catch (FormatException e)
        {
            throw new InputFault($"{ChainFile} is not what a run of the kit left: {e.Message}", $"{ChainFile} は適合試験の記録ではありません：{e.Message}");
        }
    }

    public void Keep(ConformanceChain chain) => File.WriteAllBytes(ChainFile, chain.ToJson());

    public void Write(ConformanceReport report)
    {
        var (json, html) = (report.ToJson(), report.ToHtml());
        File.WriteAllBytes(Path.Combine(path, JsonFile), json);
        File.WriteAllBytes(Page, html);
        File.WriteAllBytes(Path.Combine(path, SignedFile), report.Sign(json, html));
    }
}
