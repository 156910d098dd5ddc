using Quartz;
using UnionCatalog.Members;
using UnionCatalog.Server.Commands;
using UnionCatalog.Server.Mail;

namespace UnionCatalog.Server.Jobs;

/// <summary>Puts the work between the doors at the service of the host.</summary>
internal static class JobsRegistration
{
    /// <summary>Members harvested at one time, at most. Each is one request at a time; the store takes turns.</summary>
    private const int ConcurrentHarvests = 8;

    /// <summary>Registers what pulls the catalogue up to date. Nothing runs by itself.</summary>
    public static IServiceCollection AddCatalogUpdates(this IServiceCollection services, ServiceSettings settings) => services
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<IndexedLibraries>(provider, Path.Combine(settings.Data, "indexed-libraries.json")))
        .AddSingleton<CatalogUpdater>()
        .AddSingleton<CatalogWorker>();

    /// <summary>Registers the nightly life of the service: pulls, the watch over the configuration, and the harvest schedule.</summary>
    /// <param name="builder">The service.</param>
    /// <param name="settings">Where the configuration files are.</param>
    /// <param name="inForce">The fingerprint of the configuration that the service starts with.</param>
    public static WebApplicationBuilder AddNights(this WebApplicationBuilder builder, ServiceSettings settings, string inForce)
    {
        builder.Services.AddHostedService(provider => provider.GetRequiredService<CatalogWorker>());
        builder.AddQuartz(quartz => quartz
            .UseDefaultThreadPool(pool => pool.MaxConcurrency = ConcurrentHarvests)
            .UsePersistentStore(ScheduleFile.In(settings.Data)));
        // A stop does not wait for the end of a harvest, only for its page: the next start goes on with it.
        builder.Services.Configure<QuartzSchedulerOptions>(quartz => quartz.ShutdownJobInterruption = ShutdownJobInterruption.Always);
        builder.AddQuartzHostedService(quartz => quartz.WaitForJobsToComplete = true);
        builder.Services.AddHostedService<HarvestSchedule>();
        builder.Services.AddMail(settings).AddHostedService<NightReportSchedule>();
        builder.Services.AddHostedService(provider => new ConfigurationWatch(new ConfigurationWatcher(
            settings.Configurations,
            provider.GetRequiredService<MemberDirectory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ConfigurationWatcher>>(),
            Schedules.Error)
        {
            InForce = inForce,
        }));
        return builder;
    }
}
