using System.Net;
using System.Text.RegularExpressions;
using UnionCatalog.Exporting;
using UnionCatalog.Exporting.Citing;
using UnionCatalog.Search.Browsing;
using UnionCatalog.Server.Api;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Hostile;

/// <summary>Where a hostile catalogue is asked; see Cases/Hostile/doors.tsv.</summary>
/// <param name="Route">The entry of the service's table that must answer.</param>
/// <param name="Address">The address, with names in braces for what is planted.</param>
/// <param name="Marks">What must hold of the answer.</param>
internal sealed partial record HostileDoor(string Route, string Address, string Marks)
{
    /// <summary>Whether something that members planted must stand in one of its answers at least.</summary>
    public bool IsPlanted => Marks.Contains("planted", StringComparison.Ordinal);

    public bool IsForCoordinator => Marks.Contains("coordinator", StringComparison.Ordinal);

    /// <summary>What an answer may say besides that all is well.</summary>
    public IReadOnlyList<HttpStatusCode> Statuses =>
    [
        HttpStatusCode.OK, HttpStatusCode.Found, HttpStatusCode.SeeOther,
        .. Marks.Contains("missing", StringComparison.Ordinal) ? [HttpStatusCode.NotFound] : Array.Empty<HttpStatusCode>(),
        .. Marks.Contains("invalid", StringComparison.Ordinal) ? [HttpStatusCode.BadRequest] : Array.Empty<HttpStatusCode>(),
    ];

    public static IReadOnlyList<HostileDoor> All { get; } =
    [
        .. File.ReadLines(Places.Case("Hostile/doors.tsv")).Where(line => line.Length > 0 && !line.StartsWith('#')).Select(line => line.Split('\t'))
            .Select(row => new HostileDoor(row[0], row[1], row.ElementAtOrDefault(2) ?? "")),
    ];

    /// <summary>The addresses, each name in braces replaced by everything it stands for.</summary>
    public IEnumerable<string> Addresses(HostileThings things)
    {
        var names = Name().Matches(Address).Select(match => match.Value[1..^1]).Distinct().ToList();
        return names.Count == 0 ? [Address] : Choices(names, things).Select(chosen => Name().Replace(Address, match => chosen[match.Value[1..^1]]));
    }

    private static IEnumerable<Dictionary<string, string>> Choices(IReadOnlyList<string> names, HostileThings things) => names.Aggregate(
        (IEnumerable<Dictionary<string, string>>)[[]],
        (chosen, name) => chosen.SelectMany(before => things.Of(name).Select(value => new Dictionary<string, string>(before) { [name] = value })));

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Name();
}

/// <summary>What the names in the doors' addresses stand for.</summary>
internal sealed class HostileThings
{
    /// <summary>How the titles of each format begin.</summary>
    private static readonly string[] Titles = ["Naskah 0", "Buku 1", "Pustaka 2", "Kitab 3", "Daftar 4", "Unggahan 5"];

    private readonly Dictionary<string, IReadOnlyList<string>> _values;

    private HostileThings(Dictionary<string, IReadOnlyList<string>> values) => _values = values;

    /// <summary>What a reader can put into an address: of control characters only white space, and no more than a page takes.</summary>
    public static IEnumerable<string> Typed => HostileCatalog.Attacks.Where(IsTyped);

    /// <summary>What a reader has typed who begins to type something that is planted: its first letters, and some more of them.</summary>
    public static IEnumerable<string> Begun =>
    [
        .. from planted in HostileCatalog.Attacks.Concat(Titles)
           from length in (int[])[2, 3, 6, 12]
           let begun = planted.Trim()[..Math.Min(length, planted.Trim().Length)].Trim()
           where begun.Length > 1 && IsTyped(begun)
           group begun by begun into same
           select same.Key,
    ];

    public static async Task<HostileThings> FindAsync(RunningService service)
    {
        var editions = (await service.WalkAsync("")).ConvertAll(edition => edition.Id());
        var one = new List<string>();
        foreach (var title in Titles)
        {
            one.AddRange((await service.GetJsonAsync($"/api/search?q={$"\"{title}\"".Escaped()}")).Ids().Take(1));
        }

        return new HostileThings(new()
        {
            ["edition"] = editions,
            ["one"] = one,
            ["all"] = [.. editions.Chunk(100).Select(some => string.Join('&', some.Select(id => $"id={id}")))],
            ["library"] = [.. service.Members.All.Select(member => member.Id.Value)],
            ["uploader"] = [HostileCatalog.Library(HostileCatalog.Attacks.Count - 1).Value],
            ["place"] = [.. service.Members.All.Select(member => member.Place).Where(IsTyped).Select(Editions.Escaped)],
            ["typed"] = [.. Typed.Select(Editions.Escaped)],
            ["begun"] = [.. Begun.Select(Editions.Escaped)],
            ["list"] = [.. Enum.GetValues<BrowseList>().Select(list => SearchParameters.NameOf(list))],
            ["form"] = [.. ExportForms.All.Select(form => form.Name)],
            ["ending"] = [.. ExportForms.All.Select(form => form.Ending)],
            ["style"] = [.. Enum.GetValues<CitationStyle>().Select(style => SearchParameters.NameOf(style))],
            ["night"] = [$"{HostileCatalog.Night:yyyy-MM-dd}"],
            ["key"] = [.. new[] { 0, 3 }.Select(number => HostileCatalog.Key(HostileCatalog.Library(number), 4).ToString().Escaped())],
            ["upload"] = [HostileCatalog.Upload],
        });
    }

    public IReadOnlyList<string> Of(string name) => _values[name];

    private static bool IsTyped(string text) => !text.Any(letter => char.IsControl(letter) && !char.IsWhiteSpace(letter)) && text.Length < 1_000;
}
