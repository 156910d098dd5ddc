using Microsoft.AspNetCore.RateLimiting;

namespace UnionCatalog.Server.Limits;

/// <summary>Has what each client asks counted.</summary>
internal static class LimitsRegistration
{
    public static IServiceCollection AddLimits(this IServiceCollection services, RateLimits limits)
    {
        services.AddSingleton(limits).AddSingleton<ClientLimiter>().AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<ClientLimiter>((options, limiter) =>
        {
            options.GlobalLimiter = limiter.Limiter;
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                limiter.Tell(rejected.HttpContext);
                return new ValueTask(TooManyRequests.AnswerAsync(rejected.HttpContext, limiter));
            };
        });
        return services;
    }

    /// <summary>Counts, and tells what is left. Goes behind whatever tells who asks and what for.</summary>
    public static void UseLimits(this WebApplication app)
    {
        app.UseRateLimiter();
        var limiter = app.Services.GetRequiredService<ClientLimiter>();
        app.Use((http, next) =>
        {
            limiter.Tell(http);
            return next(http);
        });
    }
}
