namespace UnionCatalog.Server.Limits;

/// <summary>
/// Lets as many searches run as there are processors; whoever comes meanwhile waits for a turn, in order. All at once they would come to
/// their ends no sooner, each would keep what it needs of memory the longer, and a long one would be slowed down by every short one.
/// </summary>
internal static class SearchTurns
{
    private static readonly SemaphoreSlim Turns = new(Environment.ProcessorCount);

    /// <summary>
    /// Says of an address whose handler does nothing but search that it waits for a turn. The turn ends when the answer is drawn and
    /// written, or has to wait for whoever reads it: a slow reader costs nobody a turn.
    /// </summary>
    public static RouteHandlerBuilder TakesTurns(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(async (context, next) =>
    {
        await Turns.WaitAsync(context.HttpContext.RequestAborted);
        // Behind what the threads have to do by now: else they go from one search to the next, and what takes a moment waits for all of them.
        await Task.Yield();
        Task sending;
        try
        {
            if (await next(context) is not IResult answer)
            {
                throw new InvalidOperationException("What takes turns gives its answer as a result, so that it is drawn within the turn.");
            }

            sending = answer.ExecuteAsync(context.HttpContext);
        }
        finally
        {
            Turns.Release();
        }

        await sending;
        return TypedResults.Empty;
    });
}
