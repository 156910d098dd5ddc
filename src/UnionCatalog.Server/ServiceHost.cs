using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using UnionCatalog.Harvesting;
using UnionCatalog.Matching;
using UnionCatalog.Matching.Clusters;
using UnionCatalog.Members;
using UnionCatalog.Reports;
using UnionCatalog.Search;
using UnionCatalog.Server.Api;
using UnionCatalog.Server.Availability;
using UnionCatalog.Server.Commands;
using UnionCatalog.Server.Coordinator;
using UnionCatalog.Server.Covers;
using UnionCatalog.Server.Exports;
using UnionCatalog.Server.Jobs;
using UnionCatalog.Server.Limits;
using UnionCatalog.Server.Operation;
using UnionCatalog.Server.Pages;
using UnionCatalog.Server.SlimsUpload;
using UnionCatalog.Server.Uploads;
using UnionCatalog.Server.Widget;
using UnionCatalog.Store;

namespace UnionCatalog.Server;

/// <summary>The service's table of contents: which rooms it is made of, and which doors it opens.</summary>
internal static class ServiceHost
{
    /// <summary>Puts the service together; nothing runs until the host is started.</summary>
    /// <param name="settings">Where it is found.</param>
    /// <param name="data">Its open data folder, closed by the caller after the host.</param>
    /// <param name="members">The members in force.</param>
    public static WebApplicationBuilder CreateBuilder(ServiceSettings settings, DataFolder data, MemberDirectory members)
    {
        // An empty builder's worth of configuration: what the service does is decided by its options, not by files found by chance.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // Answers are sent by whoever has written them, and not by the next thread that has nothing else to do: under load, that takes a while.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true).ConfigureKestrel(Listen);
        builder.WebHost.UseUrls(settings.Address);
        AddLog(builder.Logging, settings);
        if (!settings.Verbose)
        {
            QuietFramework(builder.Logging);
        }

        // The page has nothing to protect, and keys are not to be left in the home folder of whoever runs it.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton(members).AddSingleton(new PublicAddress(settings.Site)).AddSingleton(new TrustedProxies(settings.Proxies));
        builder.Services
            .AddStore(data.Store)
            .AddHarvesting(settings.Harvests())
            .AddMatching()
            .AddSearch(data.Index)
            .AddReports(settings.Nights)
            .AddCatalogUpdates(settings)
            .AddUploadGate()
            .AddSlimsUpload()
            .AddFileUploads(settings)
            .AddCoordinator(settings)
            .AddHealth()
            .AddTelemetry()
            .AddCompression()
            .AddLimits(settings.Limits)
            .AddApi()
            .AddExports()
            .AddCovers(settings)
            .AddAvailability(settings)
            .AddWidget()
            .AddPages();
        return builder;
    }

    /// <summary>The same service for a verb that prints what it does itself: of the log, only errors.</summary>
    public static WebApplicationBuilder CreateQuietBuilder(ServiceSettings settings, DataFolder data, MemberDirectory members)
    {
        var builder = CreateBuilder(settings, data, members);
        if (!settings.Verbose)
        {
            builder.Logging.AddFilter(null, LogLevel.Error);
        }

        return builder;
    }

    /// <summary>Opens the doors of a service that was put together.</summary>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.UseSlimsAddresses();
        app.UseDoors();
        app.MapHealth();
        app.MapApi();
        app.MapExports();
        app.MapCovers();
        app.MapSlimsUpload();
        app.MapPages();
        return app;
    }

    private static void AddLog(ILoggingBuilder logging, ServiceSettings settings)
    {
        if (settings.JsonLog)
        {
            logging.AddJsonConsole(json => (json.IncludeScopes, json.UseUtcTimestamp, json.TimestampFormat) = (true, true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        }
        else
        {
            logging
                .AddConsole(console => console.FormatterName = PlainLog.FormatterName)
                .AddConsoleFormatter<PlainLog, PlainLogOptions>(log => log.Detailed = settings.Verbose);
        }
    }

    /// <summary>Of what the service is built with, only what somebody has to look into; a start that failed is told by the command line.</summary>
    private static void QuietFramework(ILoggingBuilder logging) => logging
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None)
        .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.None)
        .AddFilter("Quartz", LogLevel.Warning);

    private static void Listen(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 64 * 1024;
        kestrel.Limits.MaxRequestLineSize = 32 * 1024;
        // The longest answers to a search are written without waiting for who reads them: 64 KiB unless told otherwise.
        kestrel.Limits.MaxResponseBufferSize = 256 * 1024;
    }
}
