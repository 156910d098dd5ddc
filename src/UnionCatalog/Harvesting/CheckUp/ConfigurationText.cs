using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using UnionCatalog.Causes;
using UnionCatalog.Members;
using UnionCatalog.Records;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>A configuration file to begin with.</summary>
/// <param name="Id">The member's short name, which the file should be called by.</param>
/// <param name="Text">The file: JSON with comments in Indonesian where the school has to look or fill in.</param>
public sealed record ProposedConfiguration(string Id, string Text);

/// <summary>Writes a member's configuration file as a person would: the keys in their usual order, a comment where one is needed.</summary>
internal sealed partial class ConfigurationText(
    Uri address, string name, string? system, string preset, string way, JsonObject source, IReadOnlyDictionary<string, string> reasons, string? holdings)
{
    private const int Width = 76;
    private const string Fallback = "perpustakaan-baru";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // In the order in which they are asked: "SMK" before "SMA", and a madrasah before what may be a part of its name.
    private static readonly (Regex Words, LibraryKind Kind)[] Kinds =
    [
        (Vocational(), LibraryKind.VocationalSchool),
        (Madrasah(), LibraryKind.Madrasah),
        (SeniorHigh(), LibraryKind.SeniorHighSchool),
        (JuniorHigh(), LibraryKind.JuniorHighSchool),
        (Primary(), LibraryKind.PrimarySchool),
        (Public(), LibraryKind.PublicLibrary),
    ];

    private readonly CheckUpTexts _texts = CheckUpTexts.All[0];

    public ProposedConfiguration Write(DateTimeOffset date)
    {
        var id = IdOf(address.Host);
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string[] lines =
        [
            .. Comment("", "config.head", ("date", day), ("address", address.AbsoluteUri), ("file", $"{id}.json")),
            "{",
            "  \"$schema\": \"./schema.json\",",
            "",
            .. Comment("  ", "config.name"),
            $"  \"name\": {Json(name.Length > 0 ? name : _texts["config.no-name"])},",
            "",
            .. Comment("  ", "config.kind"),
            $"  \"kind\": {Json(LibraryKindNames.Of(KindOf($"{name} {address.Host}")))},",
            "",
            .. Comment("  ", "config.place"),
            $"  \"place\": {Json(_texts["config.no-place"])},",
            "",
            $"  \"website\": {Json(SiteOf(address).AbsoluteUri)},",
            "",
            .. Comment("  ", system is null ? "config.no-system" : "config.system", ("system", system ?? "")),
            $"  \"preset\": {Json(preset)},",
            "",
            $"  {Json(way)}: {{",
            .. source.SelectMany(Setting),
            "  },",
            .. holdings is null ? Array.Empty<string>() : ["", .. Comment("  ", "config.holdings"), $"  \"holdings\": {Json(holdings)},"],
            "}",
        ];
        return new(id, string.Join('\n', lines) + "\n");
    }

    /// <summary>The label of a host's name that names the library: "perpus.sman1sewon.sch.id" is "sman1sewon".</summary>
    internal static string IdOf(string host)
    {
        var labels = host.ToLowerInvariant().Split('.').Where(label => label.Length > 0 && !Filler().IsMatch(label)).ToList();
        var label = labels.Count == 0 || Uri.CheckHostName(host) is not UriHostNameType.Dns ? Fallback : labels.MaxBy(label => label.Length)!;
        return host != "localhost" && SourceId.IsValid(label) ? label : Fallback;
    }

    internal static LibraryKind KindOf(string words) =>
        Kinds.Where(kind => kind.Words.IsMatch(words)).Select(kind => (LibraryKind?)kind.Kind).FirstOrDefault() ?? LibraryKind.Other;

    /// <summary>PHP systems stand in the folder of their site; others have a folder of their own below it.</summary>
    private static Uri SiteOf(Uri address) => new(address, address.AbsolutePath.EndsWith(".php", StringComparison.OrdinalIgnoreCase) ? "." : "/");

    private IEnumerable<string> Comment(string indent, string key, params (string Name, CauseValue Value)[] values) =>
        Paragraph.Wrap(_texts.Fill(key, values), Width - indent.Length).Select(line => $"{indent}// {line}");

    private IEnumerable<string> Setting(KeyValuePair<string, JsonNode?> pair) =>
    [
        .. reasons.TryGetValue(pair.Key, out var reason) ? ["", .. Comment("    ", reason)] : Array.Empty<string>(),
        $"    {Json(pair.Key)}: {pair.Value!.ToJsonString(Readable)},",
    ];

    private static string Json(string text) => JsonSerializer.Serialize(text, Readable);

    [GeneratedRegex("^(www|perpus|perpustakaan|library|lib|opac|katalog|catalog|catalogue|slims|digilib|elib|e-library|inlislite|koha|pustaka|id|sch|ac|go|or|co|net|web|my|desa|com|org|edu)$", RegexOptions.CultureInvariant)]
    private static partial Regex Filler();

    [GeneratedRegex(@"(?<![a-z])smk|kejuruan", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Vocational();

    [GeneratedRegex(@"(?<![a-z])(man|mtsn?|min?)(?![a-z])|madrasah", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Madrasah();

    [GeneratedRegex(@"(?<![a-z])sma|menengah atas", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SeniorHigh();

    [GeneratedRegex(@"(?<![a-z])smp|menengah pertama", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex JuniorHigh();

    [GeneratedRegex(@"(?<![a-z])(sdn?|sdit|sds)(?![a-z])|sekolah dasar", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Primary();

    [GeneratedRegex(@"perpusda|perpustakaan (umum|daerah|kota|kabupaten|provinsi)|dinas perpustakaan|dispusip|\.go\.id", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Public();
}
