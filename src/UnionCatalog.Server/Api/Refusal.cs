using Microsoft.AspNetCore.Http.HttpResults;
using UnionCatalog.Search;

namespace UnionCatalog.Server.Api;

/// <summary>The API's answer to what it cannot understand: problem details (RFC 9457) of status 400 that name each parameter.</summary>
internal static class Refusal
{
    /// <summary>Of one fault.</summary>
    public static ValidationProblem Of(InvalidSearchException fault) => Of(new Dictionary<string, string[]> { [fault.Field] = [fault.Message] });

    /// <summary>Of several, by the name of the parameter.</summary>
    public static ValidationProblem Of(Dictionary<string, string[]> faults) => TypedResults.ValidationProblem(
        faults, detail: string.Join(' ', faults.Values.SelectMany(words => words)), title: "This cannot be answered as it was asked.");
}
