using Microsoft.OpenApi;
using UnionCatalog.Search;

namespace UnionCatalog.Server.Api;

/// <summary>The parameters that an address of the API takes. Any other is refused: a filter misspelt would else find everything.</summary>
/// <param name="All">Those of its query.</param>
internal sealed record TakenParameters(IReadOnlyList<ApiParameter> All)
{
    /// <summary>What is wrong with the names in a query; null: nothing.</summary>
    public InvalidSearchException? FindFault(IQueryCollection query)
    {
        foreach (var (name, values) in query)
        {
            if (All.FirstOrDefault(parameter => parameter.Name == name) is not { } known)
            {
                return new InvalidSearchException(name, $"There is no such parameter. {Advise(name)}");
            }

            if (values.Count > 1 && !known.Repeats)
            {
                return new InvalidSearchException(name, $"{name}: may be given once only.");
            }
        }

        return null;
    }

    private string Advise(string name) =>
        All.FirstOrDefault(parameter => OneEdit.IsBetween(name, parameter.Name)) is { } meant ? $"Did you mean {meant.Name}?"
        : All.Count == 0 ? "This address takes none."
        : $"Known are: {string.Join(", ", All.Select(parameter => parameter.Name))}.";
}

/// <summary>Has addresses of the API say what they take, and refuses the rest in one way for all of them.</summary>
internal static class TakenParametersDoor
{
    /// <summary>Says which parameters an address takes, to whoever asks it and in the API's description.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, params IReadOnlyList<ApiParameter> parameters) => endpoint
        .WithMetadata(new TakenParameters(parameters))
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [.. (operation.Parameters ?? []).Where(parameter => parameter.In != ParameterLocation.Query), .. parameters.Select(parameter => parameter.Describe())];
            return Task.CompletedTask;
        });

    /// <summary>Answers what cannot be understood with the name of the parameter and what is expected of it.</summary>
    public static TBuilder RefusesWhatItDoesNotTake<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            try
            {
                return http.GetEndpoint()?.Metadata.GetMetadata<TakenParameters>()?.FindFault(http.Request.Query) is { } fault ? Refusal.Of(fault) : await next(context);
            }
            catch (InvalidSearchException invalid)
            {
                return Refusal.Of(invalid);
            }
        });
}
