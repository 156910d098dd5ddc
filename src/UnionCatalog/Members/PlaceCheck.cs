using System.Globalization;
using System.Text.Json;

namespace UnionCatalog.Members;

/// <summary>What is wrong with where a library is and what it tells its visitors, beyond what the schema sees.</summary>
internal static class PlaceCheck
{
    private const double MostLatitude = 90;

    public static IEnumerable<(string Path, string Message)> Check(JsonElement json) => [.. CheckPosition(json), .. CheckVisit(json)];

    private static IEnumerable<(string Path, string Message)> CheckPosition(JsonElement json)
    {
        if (!json.TryGetProperty("position", out var position)
            || position.FindNumber("latitude") is not { } latitude || position.FindNumber("longitude") is not { } longitude
            || !double.IsFinite(latitude) || !double.IsFinite(longitude))
        {
            yield break;
        }

        if (Math.Abs(latitude) > MostLatitude && Math.Abs(longitude) <= MostLatitude)
        {
            yield return ("$.position", string.Create(
                CultureInfo.InvariantCulture, $"has its two numbers exchanged: write \"latitude\": {longitude}, \"longitude\": {latitude}"));
        }
        else if (latitude == 0 && longitude == 0)
        {
            yield return ("$.position", "lies in the sea (0, 0): leave it out until it is known");
        }
    }

    private static IEnumerable<(string Path, string Message)> CheckVisit(JsonElement json)
    {
        if (!json.TryGetProperty("visit", out var visit) || visit.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var told in visit.EnumerateObject())
        {
            if (told.Value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(told.Value.GetString()))
            {
                yield return (JsonMap.Key("$.visit", told.Name), "must not be empty: leave it out where there is nothing to tell");
            }
        }
    }
}
