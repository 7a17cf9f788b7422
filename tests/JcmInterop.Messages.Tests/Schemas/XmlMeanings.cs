using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace JcmInterop.Messages.Tests.Schemas;

/// <summary>What types and their members mean, from the documentation the compiler writes beside each assembly.</summary>
internal static partial class XmlMeanings
{
    private static readonly Dictionary<string, XElement> Members = new[] { "JcmInterop.Domain", "JcmInterop.Messages" }
        .SelectMany(name => XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{name}.xml")).Descendants("member"))
        .ToDictionary(member => member.Attribute("name")!.Value);

    public static string? Of(Type type, string? member)
    {
        if (type.Namespace?.StartsWith("JcmInterop", StringComparison.Ordinal) != true || !Members.TryGetValue($"T:{type.FullName}", out var documented)) return null;
        var element = member is null ? documented.Element("summary") : documented.Elements("param").FirstOrDefault(p => p.Attribute("name")!.Value == member);
        return element is null ? null : Blanks().Replace(Plain(element), " ").Trim();
    }

    private static string Plain(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XElement { Name.LocalName: "see" } see => see.Attribute("cref")!.Value.Split('.', ':')[^1],
        XElement inner => inner.Value,
        _ => node.ToString(),
    })).Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blanks();
}
