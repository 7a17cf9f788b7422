using JcmInterop.Domain.Ledger;
using JcmInterop.Domain.Parties;
using JcmInterop.Domain.Programme;
using JcmInterop.Domain.Refusals;
using JcmInterop.Domain.Units;

namespace JcmInterop.Domain.Authorizations;

/// <summary>Whether units may be first transferred under an authorization.</summary>
internal static class FirstTransferChecks
{
    /// <summary>The first term of an authorization that forbids a first transfer, in the order of decision 4/CMA.6, paragraph 5.</summary>
    /// <param name="d">The decision in the making.</param>
    /// <param name="party">The authorizing Party.</param>
    /// <param name="id">The authorization.</param>
    /// <param name="acquirer">The Party the units go to; absent for a cancellation.</param>
    /// <param name="on">Effective day.</param>
    /// <param name="units">The units that would be first transferred.</param>
    public static Refusal? Forbidden(Deciding d, PartyCode party, AuthorizationId id, PartyCode? acquirer, DateOnly on, IReadOnlyCollection<UnitRun> units)
    {
        if (d.State.AuthorizationOn(party, id, on) is not { } record) return AuthorizationRules.AuthorizationUnknown.With(id, party);
        var terms = record.Authorization;
        if (on < terms.AuthorizedOn) return AuthorizationRules.BeforeAuthorization.With(on, terms.AuthorizedOn, id);
        if (!record.IsActiveOn(on)) return AuthorizationRules.NotActive.With(id, on, terms.AuthorizedOn, Day(terms.ExpiresOn), Day(record.RevokedOn));
        if (units.FirstOrDefault(u => !u.Vintage.IsParisEra) is { } early) return AuthorizationRules.NotParisEra.With(early.Serials, early.Vintage);
        if (units.FirstOrDefault(u => !terms.Covers(u.Project, u.Vintage)) is { } outside) return AuthorizationRules.NotCovered.With(id, outside.Project, outside.Vintage);
        if (party == d.Settings.Party && units.Select(u => u.Project).Distinct().Select(p => OtherActivity(d, terms, p)).FirstOrDefault(r => r is not null) is { } other) return other;
        if (acquirer is { } to && !terms.AuthorizedParties.IsEmpty && !terms.AuthorizedParties.Contains(to)) return AuthorizationRules.PartyNotAuthorized.With(id, to);
        var asked = units.Sum(u => u.Quantity.Tonnes);
        return record.Room is { } room && asked > room.Tonnes ? AuthorizationRules.CapExceeded.With(id, room, asked) : null;
    }

    // Each side registers projects itself, so only the authorizing Party's own words are compared.
    private static Refusal? OtherActivity(Deciding d, Authorization terms, ProjectReference project)
    {
        if (!d.State.Projects.TryGetValue(project, out var registered)) return null;
        var (sectors, activities) = (registered.Sectors, registered.ActivityTypes);
        if (!sectors.IsEmpty && !sectors.Any(s => terms.Sectors.Contains(s))) return AuthorizationRules.ActivityNotCovered.With(terms.Id, string.Join(", ", terms.Sectors), project, string.Join(", ", sectors));
        return !activities.IsEmpty && !terms.ActivityTypes.IsEmpty && !activities.Any(a => terms.ActivityTypes.Contains(a))
            ? AuthorizationRules.ActivityNotCovered.With(terms.Id, string.Join(", ", terms.ActivityTypes), project, string.Join(", ", activities))
            : null;
    }

    private static string Day(DateOnly? day) => day is { } known ? $"{known:yyyy-MM-dd}" : "-";
}
