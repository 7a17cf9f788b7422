using System.Collections.Immutable;
using JcmInterop.Domain.Accounts;
using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Programme;

/// <summary>Decides commands about projects.</summary>
internal static class ProgrammeDecisions
{
    private const int TextLengthMax = 1_000;
    private const int ListLengthMax = 50;

    public static Refusal? Register(Deciding d, RegisterProject command)
    {
        if (command.Project.RegisteredOn is { } on && on > d.LatestToday) return AccountRules.DateInFuture.With(on);
        if (Texts(command.Project).Any(t => t?.Length > TextLengthMax)) return AccountRules.TextTooLong.With("project", TextLengthMax);
        if (Lists(command.Project).FirstOrDefault(l => l.Length > ListLengthMax) is { IsDefault: false } list)
            return IssuanceRules.TooMany.With(list.Length, "entries", ListLengthMax);
        if (d.State.Projects.TryGetValue(command.Project.Reference, out var present))
            return Same(present, command.Project) ? null : IssuanceRules.ProjectExists.With(command.Project.Reference);
        d.Record(new ProjectRegistered(command.Project));
        return null;
    }

    private static ImmutableArray<string>[] Lists(Project project) => [project.Methodologies, project.Sectors, project.ActivityTypes];

    private static IEnumerable<string?> Texts(Project project) => Lists(project).SelectMany(l => l).Concat([project.Title, project.TitleLocal, project.SourceNote]);

    private static bool Same(Project one, Project other) =>
        one with { Methodologies = other.Methodologies, Sectors = other.Sectors, ActivityTypes = other.ActivityTypes } == other
        && one.Methodologies.AsSpan().SequenceEqual(other.Methodologies.AsSpan())
        && one.Sectors.AsSpan().SequenceEqual(other.Sectors.AsSpan())
        && one.ActivityTypes.AsSpan().SequenceEqual(other.ActivityTypes.AsSpan());
}
