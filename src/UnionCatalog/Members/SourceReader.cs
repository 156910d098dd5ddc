using System.Text.Json;

namespace UnionCatalog.Members;

/// <summary>Reads how a member's records come, from a configuration that has passed every check.</summary>
internal static class SourceReader
{
    /// <summary>The keys of the ways in, of which a file has exactly one.</summary>
    public static readonly IReadOnlyDictionary<string, Func<JsonElement, MemberSource>> Ways = new Dictionary<string, Func<JsonElement, MemberSource>>
    {
        ["oaiPmh"] = OaiPmh,
        ["sru"] = Sru,
        ["files"] = Files,
        ["slimsUpload"] = SlimsUpload,
    };

    /// <summary>Reads the one way in that a member's file has.</summary>
    public static MemberSource Read(JsonElement member)
    {
        var (key, read) = Ways.First(way => member.TryGetProperty(way.Key, out _));
        var json = member.GetProperty(key);
        var source = read(json);
        return source with
        {
            Schedule = json.FindText("schedule") ?? source.Schedule,
            TimeZone = json.FindText("timeZone") ?? source.TimeZone,
            Spread = json.FindMinutes("spreadMinutes") ?? source.Spread,
        };
    }

    private static OaiPmhSource OaiPmh(JsonElement json)
    {
        var defaults = new OaiPmhSource { BaseUrl = Address(json) };
        return Fetched(json, defaults with
        {
            MetadataPrefix = json.FindText("metadataPrefix"),
            Sets = json.TryGetProperty("sets", out var sets) ? [.. sets.EnumerateArray().Select(set => set.GetString()!)] : [],
            Overlap = json.FindMinutes("overlapMinutes") ?? defaults.Overlap,
            Sweep = json.FindNamed<SweepMode>("sweep") ?? defaults.Sweep,
            TrustDates = json.FindFlag("trustDates") ?? defaults.TrustDates,
            Tokens = json.FindNamed<TokenForm>("tokens") ?? defaults.Tokens,
        });
    }

    private static SruSource Sru(JsonElement json)
    {
        var defaults = new SruSource { BaseUrl = Address(json) };
        return Fetched(json, defaults with
        {
            Version = json.FindText("version") ?? defaults.Version,
            RecordSchema = json.FindText("recordSchema"),
            Query = json.FindText("query") ?? defaults.Query,
            PageSize = (int?)json.FindNumber("pageSize") ?? defaults.PageSize,
            RangeIndex = json.FindText("rangeIndex"),
        });
    }

    private static FilesSource Files(JsonElement json)
    {
        var columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in json.TryGetProperty("columns", out var named) ? named.EnumerateObject() : default)
        {
            columns[column.Name] = column.Value.GetString()!;
        }

        return new FilesSource
        {
            Folder = json.FindText("folder"),
            Contents = json.FindNamed<FileContents>("contents") ?? FileContents.Whole,
            Columns = columns,
            Delimiter = json.FindText("delimiter"),
            Encoding = json.FindText("encoding"),
        };
    }

    private static SlimsUploadSource SlimsUpload(JsonElement json) => new() { NodeId = json.FindText("nodeId") };

    private static Uri Address(JsonElement json) => new(json.FindText("baseUrl")!);

    private static T Fetched<T>(JsonElement json, T source)
        where T : FetchedSource => source with
        {
            RequestTimeout = json.FindSeconds("requestTimeoutSeconds") ?? source.RequestTimeout,
            HarvestTimeout = json.FindMinutes("harvestTimeoutMinutes") ?? source.HarvestTimeout,
            Retries = (int?)json.FindNumber("retries") ?? source.Retries,
            Delay = json.FindSeconds("delaySeconds") ?? source.Delay,
            AllowedHours = json.FindText("allowedHours") is { } hours ? HourRange.Parse(hours) : source.AllowedHours,
            RequestsPerDay = (int?)json.FindNumber("requestsPerDay") ?? source.RequestsPerDay,
            ArchiveDays = (int?)json.FindNumber("archiveDays") ?? source.ArchiveDays,
        };
}
