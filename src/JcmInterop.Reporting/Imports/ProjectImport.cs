using JcmInterop.Domain.Programme;

namespace JcmInterop.Reporting.Imports;

/// <summary>Reads a CSV file of registered projects into the commands that register them.</summary>
public static class ProjectImport
{
    private static readonly ImportForm<RegisterProject> Form = new(
        ["reference", "title", "title_local", "registered_on", "methodologies", "sectors", "activity_types", "source_note"], Row);

    /// <summary>Reads every project, or lists every fault.</summary>
    /// <param name="file">Name of the file, for the faults.</param>
    /// <param name="bytes">Its bytes.</param>
    public static ImportResult<RegisterProject> Read(string file, ReadOnlySpan<byte> bytes) =>
        Form.Read(file, bytes, rows => RowChecks.NoDuplicates(rows, "reference", command => command.Project.Reference));

    private static RegisterProject Row(RowReader row) => new(new Project(
        row.Project("reference"),
        row.Text("title"),
        row.OptionalText("title_local"),
        row.DateUnless("registered_on", ImportSpelling.Unknown),
        row.List("methodologies"),
        row.List("sectors"),
        row.List("activity_types"),
        row.Text("source_note")));
}
