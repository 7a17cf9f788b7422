using JcmInterop.Grains.Problems;
using JcmInterop.Server.Problems;
using JcmInterop.Storage.Troubles;

namespace JcmInterop.Server.Hosting;

/// <summary>Answers that the node is in trouble where its store or its silo does not answer; a defect is left to the server.</summary>
internal sealed class TroubleMiddleware(RequestDelegate next)
{
    /// <summary>Handles one request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (StoreUnavailableException error) when (!context.Response.HasStarted)
        {
            await TroubleAnswer.Of(context, NodeProblems.Of(error)).ExecuteAsync(context);
        }
        catch (TimeoutException) when (!context.Response.HasStarted)
        {
            await TroubleAnswer.Of(context, HttpProblems.NoAnswer).ExecuteAsync(context);
        }
        catch (OrleansException) when (!context.Response.HasStarted)
        {
            await TroubleAnswer.Of(context, HttpProblems.NoAnswer).ExecuteAsync(context);
        }
    }
}
