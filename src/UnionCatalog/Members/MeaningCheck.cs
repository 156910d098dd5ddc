using System.Text.Json;
using UnionCatalog.Records.Rows;

namespace UnionCatalog.Members;

/// <summary>What a configuration's values mean, and the schema cannot see: each error with its place.</summary>
/// <param name="scheduleError">Says what is wrong with a cron expression; null says nothing.</param>
internal sealed class MeaningCheck(Func<string, string?>? scheduleError)
{
    /// <summary>By these the parts of a request are known that somebody copied with its address.</summary>
    private static readonly string[] AddedParts = ["verb=", "operation=", "query="];

    /// <summary>Every error; of values that are not even of the right type it says nothing.</summary>
    public IEnumerable<(string Path, string Message)> Check(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        return [.. CheckNames(json), .. PlaceCheck.Check(json), .. CheckLinks(json), .. StatusCheck.Check(json), .. CheckWays(json), .. CheckPassword(json)];
    }

    private static IEnumerable<(string Path, string Message)> CheckNames(JsonElement json)
    {
        foreach (var name in (string[])["name", "place", "regency", "province"])
        {
            if (json.FindText(name) is { } words && string.IsNullOrWhiteSpace(words))
            {
                yield return ($"$.{name}", "must not be empty");
            }
        }
    }

    private static IEnumerable<(string Path, string Message)> CheckLinks(JsonElement json)
    {
        if (json.FindText("website") is { } website && !IsWebAddress(website))
        {
            yield return ("$.website", $"is not a web address: \"{website}\"");
        }

        if (json.FindText("recordLink") is { } link && RecordLinkError(link) is { } problem)
        {
            yield return ("$.recordLink", problem);
        }
    }

    private IEnumerable<(string Path, string Message)> CheckWays(JsonElement json)
    {
        var ways = SourceReader.Ways.Keys.Where(way => json.TryGetProperty(way, out _)).ToList();
        if (ways.Count == 0)
        {
            return [("$", "does not say how its records come: it needs one of \"oaiPmh\" or \"sru\" (they are fetched), \"files\" (they are put into a folder) or \"slimsUpload\" (its SLiMS sends them)")];
        }

        return ways.Count > 1
            ? [("$", $"says in more than one way how its records come ({string.Join(", ", ways)}); keep one, and give the library a second file for another")]
            : CheckSource($"$.{ways[0]}", json.GetProperty(ways[0]));
    }

    private static IEnumerable<(string Path, string Message)> CheckPassword(JsonElement json)
    {
        if (json.FindText("passwordHash") is { } hash && PasswordHash.Read(hash) is null)
        {
            yield return ("$.passwordHash", "must be what the command hash-password prints, not the password itself");
        }
        else if (json.TryGetProperty("slimsUpload", out _) && !json.TryGetProperty("passwordHash", out _))
        {
            yield return ("$.slimsUpload", "needs \"passwordHash\" beside it, or nothing that its SLiMS sends is taken; the command hash-password makes the line");
        }
    }

    private IEnumerable<(string Path, string Message)> CheckSource(string path, JsonElement source) => [.. CheckColumns(path, source), .. CheckFetching(path, source)];

    private IEnumerable<(string Path, string Message)> CheckFetching(string path, JsonElement source)
    {
        if (source.FindText("baseUrl") is { } address)
        {
            if (!IsWebAddress(address))
            {
                yield return ($"{path}.baseUrl", $"is not a web address: \"{address}\"");
            }
            else if (Array.Find(AddedParts, part => address.Contains(part, StringComparison.OrdinalIgnoreCase)) is { } added)
            {
                yield return ($"{path}.baseUrl", $"must be the address without its \"{added}…\" part: the service adds it");
            }
        }

        if (source.FindText("schedule") is { } schedule && scheduleError?.Invoke(schedule) is { } reason)
        {
            yield return ($"{path}.schedule", $"is not a schedule: {reason}");
        }

        if (source.FindText("timeZone") is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            yield return ($"{path}.timeZone", $"is not a time zone that is known here: \"{zone}\"; write it as Asia/Jakarta, Asia/Makassar or Asia/Jayapura");
        }

        if (source.FindText("allowedHours") is { } hours && HourRange.Parse(hours) is null)
        {
            yield return ($"{path}.allowedHours", $"is not a part of the day: \"{hours}\"; write it as 20:00-05:00");
        }
    }

    private static IEnumerable<(string Path, string Message)> CheckColumns(string path, JsonElement source)
    {
        if (!source.TryGetProperty("columns", out var columns) || columns.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var column in columns.EnumerateObject())
        {
            if (column.Value.ValueKind == JsonValueKind.String && column.Value.GetString() is { Length: > 0 } field && RowHeadings.Named(field) is null)
            {
                yield return (JsonMap.Key($"{path}.columns", column.Name), $"is no field that a column can fill: \"{field}\"; known are {string.Join(", ", Enum.GetNames<RowField>().Select(JsonNamingPolicy.CamelCase.ConvertName))}, and \"\" for none");
            }
        }
    }

    /// <summary>What is wrong with an address of records; null when nothing is.</summary>
    public static string? RecordLinkError(string link)
    {
        var filled = link.Replace("{identifier}", "x", StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal);
        return filled == link ? "must have {identifier} or {number} where the record's identifier goes"
            : filled.AsSpan().ContainsAny('{', '}') ? "has a part in braces that is neither {identifier} nor {number}"
            : !IsWebAddress(filled) ? $"is not a web address: \"{link}\""
            : null;
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0;
}
