using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using UnionCatalog.Harvesting;

namespace UnionCatalog.Server.Operation;

/// <summary>
/// Sends metrics and traces to an OpenTelemetry collector where one is named in the environment, as
/// https://opentelemetry.io/docs/specs/otel/protocol/exporter/ has it; otherwise nothing is measured or sent.
/// </summary>
internal sealed class TelemetryExport : IHostedService
{
    /// <summary>The collector's address, such as http://localhost:4317; the exporter reads it and its other variables itself.</summary>
    public const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(EndpointVariable)))
        {
            _metrics = Sdk.CreateMeterProviderBuilder().ConfigureResource(Name).AddMeter(HarvestTelemetry.Name).AddOtlpExporter().Build();
            _traces = Sdk.CreateTracerProviderBuilder().ConfigureResource(Name)
                .AddSource(HarvestTelemetry.Name, "System.Net.Http") // the latter is .NET's own: each request to a member
                .AddOtlpExporter().Build();
        }

        return Task.CompletedTask;
    }

    /// <summary>Sends what is left.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _metrics?.Dispose();
        _traces?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES come last, and so win.</summary>
    private static void Name(ResourceBuilder resource) => resource.Clear().AddService("unioncatalog").AddEnvironmentVariableDetector();
}
