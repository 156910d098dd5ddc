using System.Text.RegularExpressions;

namespace UnionCatalog.Tests;

/// <summary>The rooms keep to themselves: what each may use is written down here and nowhere else.</summary>
public sealed partial class HouseRulesTests
{
    private static readonly string[] Rooms = ["Causes", "Records", "Members", "Harvesting", "Store", "Matching", "Search", "Exporting", "Availability", "Reports"];

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Causes"] = [],
        ["Records"] = [],
        ["Members"] = ["Records"],
        ["Store"] = ["Records", "Members"],
        ["Harvesting"] = ["Causes", "Records", "Members", "Store"],
        ["Matching"] = ["Records", "Members", "Store"],
        ["Search"] = ["Records", "Members", "Store", "Matching"],
        ["Exporting"] = ["Records", "Members", "Search"],
        ["Availability"] = ["Records", "Members"],
        ["Reports"] = ["Causes", "Records", "Members", "Store"],
    };

    private static readonly Dictionary<string, string[]> EngineMayUse = new()
    {
        ["Analysis"] = [],
        ["Columns"] = ["Segments"],
        ["Postings"] = ["Analysis", "Segments"],
        ["Segments"] = ["Columns", "Postings", "Queries"],
        ["Queries"] = ["Analysis", "Columns", "Postings", "Segments"],
        ["Highlighting"] = ["Analysis", "Queries"],
    };

    [TestCaseSource(nameof(Rooms))]
    public void A_room_of_the_catalogue_uses_only_the_rooms_it_may(string room)
    {
        var forbidden = Rooms.Except([room, .. MayUse[room]]).Select(other => $"UnionCatalog.{other}");

        Assert.That(Uses($"src/UnionCatalog/{room}", forbidden), Is.Empty);
    }

    [Test]
    public void A_room_of_the_engine_uses_only_the_rooms_it_may()
    {
        var rooms = Directory.EnumerateDirectories(Path.Combine(Places.Root, "src/UnionCatalog.FullText")).Select(room => Path.GetFileName(room))
            .Except(["bin", "obj"]).ToList();
        Assert.That(rooms, Is.EquivalentTo(EngineMayUse.Keys));
        Assert.That(
            rooms.SelectMany(room => Uses(
                $"src/UnionCatalog.FullText/{room}", rooms.Except([room, .. EngineMayUse[room]]).Select(other => $"UnionCatalog.FullText.{other}"))),
            Is.Empty);
    }

    [Test]
    public void The_catalogue_knows_no_web() =>
        Assert.That(Uses("src/UnionCatalog", ["Microsoft.AspNetCore", "UnionCatalog.Server", "Quartz"]), Is.Empty);

    [Test]
    public void Full_text_knows_no_books() =>
        Assert.That(Uses("src/UnionCatalog.FullText", [.. Rooms.Select(room => $"UnionCatalog.{room}"), "UnionCatalog.Server"]), Is.Empty);

    [Test]
    public void Only_the_index_over_it_knows_lucene_and_it_knows_no_books() =>
        Assert.That(
            Uses("src", ["Lucene.Net"]).Where(file => !file.Contains("/UnionCatalog.Lucene/", StringComparison.Ordinal))
                .Concat(Uses("src/UnionCatalog.Lucene", [.. Rooms.Select(room => $"UnionCatalog.{room}"), "UnionCatalog.Server"])),
            Is.Empty);

    [Test]
    public void Only_the_rooms_that_a_harvest_and_an_index_need_know_full_text() =>
        Assert.That(
            Rooms.Except(["Search"]).SelectMany(room => Uses($"src/UnionCatalog/{room}", ["UnionCatalog.FullText"])),
            Is.Empty);

    [Test]
    public void No_sql_dialect_leaks_out_of_its_room() =>
        Assert.That(
            SourceFiles("src").Where(file => !file.Contains("/Store/Sqlite/", StringComparison.Ordinal)).SelectMany(file => Uses(file, ["Microsoft.Data.Sqlite", "SQLitePCL"])),
            Is.Empty);

    [Test]
    public void No_room_is_called_by_what_it_could_be_anywhere() =>
        Assert.That(
            Directory.EnumerateDirectories(Path.Combine(Places.Root, "src"), "*", SearchOption.AllDirectories)
                .Select(Path.GetFileName)
                .Where(name => name is "Services" or "Helpers" or "Interfaces" or "Utils" or "Common" or "Managers"),
            Is.Empty);

    [Test]
    public void What_the_map_in_the_readme_names_exists()
    {
        var readme = File.ReadAllText(Path.Combine(Places.Root, "README.md"));
        var named = MapPath().Matches(readme).Select(match => match.Groups[1].Value).ToList();

        Assert.That(named, Is.Not.Empty);
        Assert.That(named.Where(path => !Path.Exists(Path.Combine(Places.Root, path))), Is.Empty);
    }

    private static IEnumerable<string> Uses(string path, IEnumerable<string> namespaces)
    {
        var pattern = new Regex(
            $@"^\s*(?:global\s+)?using\s+(?:static\s+)?(?:\w+\s*=\s*)?(?:{string.Join('|', namespaces.Select(Regex.Escape))})(?:\.|;)",
            RegexOptions.Multiline);
        return SourceFiles(path).Where(file => pattern.IsMatch(File.ReadAllText(file)));
    }

    private static IEnumerable<string> SourceFiles(string path)
    {
        var full = Path.Combine(Places.Root, path);
        return File.Exists(full)
            ? [full]
            : Directory.EnumerateFiles(full, "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
                .Select(file => file.Replace('\\', '/'));
    }

    // Paths in backquotes that start with a top-level folder, as the map and the text name them.
    [GeneratedRegex(@"`((?:src|tests|harvest-configs)/[^`\s*{}]*)`", RegexOptions.CultureInvariant)]
    private static partial Regex MapPath();
}
