using System.Security.Claims;
using System.Text.Encodings.Web;
using JcmInterop.Server.Problems;
using JcmInterop.Storage.Audit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace JcmInterop.Server.Operators;

/// <summary>Knows a person by the bearer token of the request.</summary>
internal sealed class OperatorAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    OperatorTokens tokens,
    IAuditTrail audit,
    TimeProvider time) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "Bearer";

    /// <summary>Longest token looked at, in characters.</summary>
    private const int TokenLengthMax = 256;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length == 0) return Task.FromResult(AuthenticateResult.NoResult());
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || header.Length > TokenLengthMax || tokens.Find(header["Bearer ".Length..].Trim()) is not { } identity)
            return Task.FromResult(AuthenticateResult.Fail("The token is not known."));
        var person = new ClaimsIdentity([new Claim(ClaimTypes.Name, identity.Person), new Claim(ClaimTypes.Role, identity.Role.ToString())], SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(person), SchemeName)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return ProblemAnswer.WriteAsync(Context, StatusCodes.Status401Unauthorized, HttpProblems.NoToken);
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var (person, role) = OperatorAccess.Of(Context.User);
        await audit.RecordAsync(new AuditEntry(time.GetUtcNow(), person, role, $"{Request.Method} {Request.Path}", "", "forbidden", Context.TraceIdentifier));
        await ProblemAnswer.WriteAsync(Context, StatusCodes.Status403Forbidden, HttpProblems.WrongRole(role));
    }
}
