using System.Text.Json;
using UnionCatalog.Records;

namespace UnionCatalog.Members;

/// <summary>Turns one configuration file's JSON into a member, or into every error it has.</summary>
internal sealed class MemberReader(Func<string, string?>? scheduleError)
{
    private static readonly JsonSchemaCheck Schema = new(JsonSerializer.SerializeToElement(Resource.ReadJson("member-schema.json")));

    private static readonly Dictionary<string, LibraryKind> Kinds =
        Enum.GetValues<LibraryKind>().ToDictionary(kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()));

    private readonly MeaningCheck _meaning = new(scheduleError);

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
        errors.AddRange(_meaning.Check(json).Where(error => !known.Contains(error.Path)));
        return errors;
    }

    /// <summary>The member of a file that has no errors.</summary>
    public static Member Read(string id, JsonElement file)
    {
        var json = MemberPresets.Apply(file);
        return new()
        {
            Id = new SourceId(id),
            Name = json.FindText("name")!.Trim(),
            Kind = Kinds[json.FindText("kind")!],
            Place = json.FindText("place")!.Trim(),
            Regency = json.FindText("regency")?.Trim(),
            Province = json.FindText("province")?.Trim(),
            Position = Position(json),
            Visit = Visit(json),
            Website = json.FindText("website") is { } website ? new Uri(website) : null,
            RecordLink = json.FindText("recordLink"),
            Status = Status(json),
            Source = SourceReader.Read(json),
            PasswordHash = json.FindText("passwordHash"),
            RemovalLimit = Limit(json, new()),
            Holdings = json.TryGetProperty("holdings", out var holdings) ? HoldingsPresets.Read(holdings) : new HoldingsMapping(),
        };
    }

    private static StatusRecipe? Status(JsonElement json) =>
        json.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.Object && status.EnumerateObject().First() is var form
            ? new StatusRecipe(Enum.Parse<StatusForm>(form.Name, ignoreCase: true), form.Value.GetString()!)
            : null;

    private static GeoPosition? Position(JsonElement json) => json.TryGetProperty("position", out var position)
        ? new GeoPosition(position.FindNumber("latitude")!.Value, position.FindNumber("longitude")!.Value)
        : null;

    private static VisitorInformation Visit(JsonElement json) => json.TryGetProperty("visit", out var visit)
        ? new VisitorInformation
        {
            Address = visit.FindText("address")?.Trim(),
            Phone = visit.FindText("phone")?.Trim(),
            Email = visit.FindText("email"),
            OpeningHours = visit.FindText("openingHours")?.Trim(),
            LendingPolicy = visit.FindText("lendingPolicy")?.Trim(),
        }
        : new VisitorInformation();

    private static RemovalLimit Limit(JsonElement json, RemovalLimit defaults) => new(
        json.FindNumber("heldAbovePercent") ?? defaults.Percent,
        (long?)json.FindNumber("heldAboveRecords") ?? defaults.AtLeast);
}
