using System.Text;
using DbUp.Engine;

namespace JcmInterop.Storage.Migrations;

/// <summary>The scripts that bring a database to the layout of this version; each is named by its file and run once, in the order of the names.</summary>
internal static class MigrationScripts
{
    /// <summary>The scripts of one kind of database.</summary>
    /// <param name="folder">Its folder beside this file.</param>
    public static IReadOnlyList<SqlScript> Of(string folder)
    {
        var assembly = typeof(MigrationScripts).Assembly;
        var prefix = $"{typeof(MigrationScripts).Namespace}.{folder}.";
        return [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Script)];

        SqlScript Script(string resource)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            return new SqlScript(resource[prefix.Length..^".sql".Length], reader.ReadToEnd());
        }
    }
}
