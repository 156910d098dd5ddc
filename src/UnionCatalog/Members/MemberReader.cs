using System.Text.Json;
using UnionCatalog.Records;

namespace UnionCatalog.Members;

/// <summary>Turns one configuration file's JSON into a member, or into every error it has.</summary>
internal sealed class MemberReader(Func<string, string?>? scheduleError)
{
    private static readonly JsonSchemaCheck Schema = new(JsonSerializer.SerializeToElement(Resource.ReadJson("member-schema.json")));

    private static readonly Dictionary<string, LibraryKind> Kinds =
        Enum.GetValues<LibraryKind>().ToDictionary(kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()));

    /// <summary>Every error of a file, by what the schema cannot see as well as by the schema.</summary>
    public IReadOnlyList<(string Path, string Message)> Check(string id, JsonElement json)
    {
        var errors = Schema.Check(json).ToList();
        if (!SourceId.IsValid(id))
        {
            errors.Add(("$", "the file's name is the library's id: name it with small letters, digits and hyphens (64 at most) and \".json\", such as \"sman-1-sukamaju.json\""));
        }

        // What the schema refused already is not refused twice.
        var known = errors.Select(error => error.Path).ToHashSet(StringComparer.Ordinal);
        errors.AddRange(Meaning(json).Where(error => !known.Contains(error.Path)));
        return errors;
    }

    /// <summary>The member of a file that has no errors.</summary>
    public static Member Read(string id, JsonElement json) => new()
    {
        Id = new SourceId(id),
        Name = Text(json, "name")!.Trim(),
        Kind = Kinds[Text(json, "kind")!],
        Place = Text(json, "place")!.Trim(),
        Website = Text(json, "website") is { } website ? new Uri(website) : null,
        RecordLink = Text(json, "recordLink"),
        OaiPmh = Source(json.GetProperty("oaiPmh")),
        Holdings = json.TryGetProperty("holdings", out var holdings) ? HoldingsPresets.Read(holdings) : new HoldingsMapping(),
    };

    private static OaiPmhSource Source(JsonElement json)
    {
        var defaults = new OaiPmhSource { BaseUrl = new Uri(Text(json, "baseUrl")!) };
        return defaults with
        {
            MetadataPrefix = Text(json, "metadataPrefix"),
            Sets = json.TryGetProperty("sets", out var sets) ? [.. sets.EnumerateArray().Select(set => set.GetString()!)] : [],
            Schedule = Text(json, "schedule") ?? defaults.Schedule,
            TimeZone = Text(json, "timeZone") ?? defaults.TimeZone,
            Spread = Number(json, "spreadMinutes") is { } spread ? TimeSpan.FromMinutes(spread) : defaults.Spread,
            Overlap = Number(json, "overlapMinutes") is { } overlap ? TimeSpan.FromMinutes(overlap) : defaults.Overlap,
            RequestTimeout = Number(json, "requestTimeoutSeconds") is { } request ? TimeSpan.FromSeconds(request) : defaults.RequestTimeout,
            HarvestTimeout = Number(json, "harvestTimeoutMinutes") is { } harvest ? TimeSpan.FromMinutes(harvest) : defaults.HarvestTimeout,
            Retries = (int?)Number(json, "retries") ?? defaults.Retries,
        };
    }

    private IEnumerable<(string Path, string Message)> Meaning(JsonElement json)
    {
        foreach (var name in (string[])["name", "place"])
        {
            if (Text(json, name) is { } words && string.IsNullOrWhiteSpace(words))
            {
                yield return ($"$.{name}", "must not be empty");
            }
        }

        if (Text(json, "website") is { } website && !IsWebAddress(website))
        {
            yield return ("$.website", $"is not a web address: \"{website}\"");
        }

        if (Text(json, "recordLink") is { } link && RecordLinkError(link) is { } problem)
        {
            yield return ("$.recordLink", problem);
        }

        if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty("oaiPmh", out var source))
        {
            foreach (var error in SourceMeaning(source))
            {
                yield return error;
            }
        }
    }

    private IEnumerable<(string Path, string Message)> SourceMeaning(JsonElement source)
    {
        if (Text(source, "baseUrl") is { } address)
        {
            if (!IsWebAddress(address))
            {
                yield return ("$.oaiPmh.baseUrl", $"is not a web address: \"{address}\"");
            }
            else if (address.Contains("verb=", StringComparison.OrdinalIgnoreCase))
            {
                yield return ("$.oaiPmh.baseUrl", "must be the address without its \"verb=…\" part: the service adds it");
            }
        }

        if (Text(source, "schedule") is { } schedule && scheduleError?.Invoke(schedule) is { } reason)
        {
            yield return ("$.oaiPmh.schedule", $"is not a schedule: {reason}");
        }

        if (Text(source, "timeZone") is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            yield return ("$.oaiPmh.timeZone", $"is not a time zone that is known here: \"{zone}\"; write it as Asia/Jakarta, Asia/Makassar or Asia/Jayapura");
        }
    }

    private static string? RecordLinkError(string link)
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

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static double? Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetDouble() : null;
}
