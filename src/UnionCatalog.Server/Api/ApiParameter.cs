using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace UnionCatalog.Server.Api;

/// <summary>One parameter in an address of the API.</summary>
/// <param name="Name">Its name in an address.</param>
/// <param name="Description">What it does, for the API's description.</param>
internal sealed record ApiParameter(string Name, string Description)
{
    /// <summary>Whether it may be given several times.</summary>
    public bool Repeats { get; init; }

    /// <summary>Whether there is no answer without it.</summary>
    public bool IsRequired { get; init; }

    public bool IsNumber { get; init; }

    /// <summary>The only values it takes; null: any.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>As the API's description has it.</summary>
    public OpenApiParameter Describe()
    {
        var value = new OpenApiSchema
        {
            Type = IsNumber ? JsonSchemaType.Integer : JsonSchemaType.String,
            Enum = Choices is { } choices ? [.. choices.Select(choice => JsonValue.Create(choice))] : null,
        };
        return new OpenApiParameter
        {
            Name = Name,
            In = ParameterLocation.Query,
            Required = IsRequired,
            Description = Description,
            Schema = Repeats ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = value } : value,
        };
    }
}
