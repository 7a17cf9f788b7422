using System.Globalization;
using JcmInterop.Server.Problems;

namespace JcmInterop.Server.Reading;

/// <summary>Which page a client asks for: the parameters <c>after</c> and <c>limit</c>.</summary>
/// <param name="After">What came last on the page before; empty for the first page.</param>
/// <param name="Limit">Most items wanted.</param>
internal sealed record PageRequest(string After, int Limit)
{
    /// <summary>Items of a page where the client does not say.</summary>
    public const int LimitDefault = 100;

    /// <summary>Longest wait for something new, in seconds.</summary>
    public const int WaitSecondsMax = 10;

    private const int AfterLengthMax = 500;

    /// <summary>Reads the parameters; the problem says which one is not usable.</summary>
    public static PageRequest? Read(HttpRequest request, int limitMax, out IResult? problem)
    {
        var (after, text) = (request.Query["after"].ToString(), request.Query["limit"].ToString());
        var limit = Math.Min(LimitDefault, limitMax);
        problem = after.Length > AfterLengthMax ? Bad("after", after[..20] + "…", $"at most {AfterLengthMax} characters")
            : text.Length > 0 && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit < 1 || limit > limitMax) ? Bad("limit", text, $"1 to {limitMax}")
            : null;
        return problem is null ? new PageRequest(after, limit) : null;
    }

    /// <summary>As <see cref="Read"/>, where <c>after</c> is a number.</summary>
    public static (long After, int Limit)? ReadNumber(HttpRequest request, int limitMax, out IResult? problem)
    {
        if (Read(request, limitMax, out problem) is not { } page) return null;
        var after = 0L;
        if (page.After.Length == 0 || long.TryParse(page.After, NumberStyles.None, CultureInfo.InvariantCulture, out after)) return (after, page.Limit);
        problem = Bad("after", page.After, "a whole number");
        return null;
    }

    /// <summary>Reads the parameter <c>wait</c>: how many seconds the client is willing to wait for something new, 0 where it does not say.</summary>
    public static TimeSpan? ReadWait(HttpRequest request, out IResult? problem)
    {
        var text = request.Query["wait"].ToString();
        var seconds = 0;
        var isUsable = text.Length == 0 || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds) && seconds <= WaitSecondsMax);
        problem = isUsable ? null : Bad("wait", text, $"0 to {WaitSecondsMax}");
        return isUsable ? TimeSpan.FromSeconds(seconds) : null;
    }

    public static IResult Bad(string name, string value, string expected) =>
        ProblemAnswer.Of(StatusCodes.Status400BadRequest, HttpProblems.BadParameter(name, value, expected));
}
