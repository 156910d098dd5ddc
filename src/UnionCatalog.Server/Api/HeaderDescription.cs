using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using UnionCatalog.Server.Limits;

namespace UnionCatalog.Server.Api;

/// <summary>Adds to the API's description the headers that answers of many addresses have in common.</summary>
internal static class HeaderDescription
{
    private static readonly (string Name, string Description)[] Limits =
    [
        ("RateLimit-Policy", "How much may be asked: the limit's name, q requests in w seconds (draft-ietf-httpapi-ratelimit-headers)."),
        ("RateLimit", "How much of that is left (r), and in how many seconds there is more (t)."),
    ];

    private static readonly (string Name, string Description) Tag = ("ETag", "Sent back as If-None-Match, it is answered by 304 while nothing has changed.");
    private static readonly (string Name, string Description) Wait = ("Retry-After", "In how many seconds to ask again.");
    private static readonly (string Name, string Description) Link = ("Link", "Where the answer goes on: rel=\"next\", in lists also rel=\"prev\" (RFC 8288).");

    /// <summary>Adds them to an operation, as far as it has them.</summary>
    public static Task AddAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var responses = operation.Responses ?? [];
        if (metadata.OfType<RequestKind>().Any())
        {
            Add(responses, "200", Limits);
            Add(responses, "429", [.. Limits, Wait]);
        }

        if (responses.ContainsKey("304"))
        {
            Add(responses, "200", Tag);
            Add(responses, "304", Tag);
        }

        if (metadata.OfType<TakenParameters>().Any(taken => taken.All.Any(parameter => parameter.Name == "cursor")))
        {
            Add(responses, "200", Link);
        }

        return Task.CompletedTask;
    }

    private static void Add(OpenApiResponses responses, string status, params IEnumerable<(string Name, string Description)> headers)
    {
        if (responses.GetValueOrDefault(status) is not OpenApiResponse response)
        {
            return;
        }

        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        foreach (var (name, description) in headers)
        {
            response.Headers[name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        }
    }
}
