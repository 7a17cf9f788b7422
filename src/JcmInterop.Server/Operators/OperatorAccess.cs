using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace JcmInterop.Server.Operators;

/// <summary>Which role each operator request needs.</summary>
internal static class OperatorAccess
{
    /// <summary>Anybody with a token.</summary>
    public const string Read = "read";

    /// <summary>Operators and administrators.</summary>
    public const string Act = "act";

    /// <summary>Administrators.</summary>
    public const string Administer = "administer";

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Read, policy => policy.RequireRole(Enum.GetNames<OperatorRole>()));
        options.AddPolicy(Act, policy => policy.RequireRole(nameof(OperatorRole.Operator), nameof(OperatorRole.Administrator)));
        options.AddPolicy(Administer, policy => policy.RequireRole(nameof(OperatorRole.Administrator)));
    }

    /// <summary>Who asks, in which role.</summary>
    public static (string Person, string Role) Of(ClaimsPrincipal user) =>
        (user.Identity?.Name ?? "nobody", user.FindFirst(ClaimTypes.Role)?.Value ?? "none");
}
