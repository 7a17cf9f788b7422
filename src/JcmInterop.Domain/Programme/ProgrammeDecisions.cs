using JcmInterop.Domain.Issuance;
using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Refusals;

namespace JcmInterop.Domain.Programme;

/// <summary>Decides commands about projects.</summary>
internal static class ProgrammeDecisions
{
    public static Refusal? Register(Deciding d, RegisterProject command)
    {
        if (command.Project.RegisteredOn is { } on && on > d.LatestToday) return Accounts.AccountRules.DateInFuture.With(on);
        if (d.State.Projects.TryGetValue(command.Project.Reference, out var present))
            return Same(present, command.Project) ? null : IssuanceRules.ProjectExists.With(command.Project.Reference);
        d.Record(new ProjectRegistered(command.Project));
        return null;
    }

    private static bool Same(Project one, Project other) =>
        one with { Methodologies = other.Methodologies, Sectors = other.Sectors, ActivityTypes = other.ActivityTypes } == other
        && one.Methodologies.AsSpan().SequenceEqual(other.Methodologies.AsSpan())
        && one.Sectors.AsSpan().SequenceEqual(other.Sectors.AsSpan())
        && one.ActivityTypes.AsSpan().SequenceEqual(other.ActivityTypes.AsSpan());
}
