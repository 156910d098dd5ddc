using UnionCatalog.Server.OaiProvider;

namespace UnionCatalog.Tests.OaiProvider;

/// <summary>Repositories to ask.</summary>
internal static class Example
{
    public const string Dc = "http://www.openarchives.org/OAI/2.0/oai_dc/";
    public const string Marc = "http://www.loc.gov/MARC21/slim";
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly OaiFormat[] Formats =
    [
        new("oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd", Dc),
        new("marcxml", "http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd", Marc),
    ];

    private static readonly string[][] SetChoices = [[], ["fiction"], ["fiction:poetry"], ["local", "fiction:poetry:old"]];

    /// <summary>Records a few hours apart, several sharing a datestamp, some deleted, some in one format only.</summary>
    public static OaiRepository Repository(
        int count, int pageSize = 100, OaiGranularity granularity = OaiGranularity.Seconds, int seed = 1, bool sets = true)
    {
        var random = new Random(seed);
        var items = Enumerable.Range(1, count).Select(number => Item(number, random, sets)).ToArray();
        return new(Identity(pageSize, granularity), Formats, items, sets ? [new("fiction", "Fiksi & cerita")] : []);
    }

    public static OaiIdentity Identity(int pageSize = 100, OaiGranularity granularity = OaiGranularity.Seconds) => new()
    {
        Name = "SMA Negeri 1 <Sukamaju> & kawan", AdminEmail = "perpustakaan@example.org", PageSize = pageSize, Granularity = granularity,
    };

    public static string DcXml(string title) =>
        $"""<oai_dc:dc xmlns:oai_dc="{Dc}" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></oai_dc:dc>""";

    private static OaiItem Item(int number, Random random, bool sets)
    {
        var metadata = new Dictionary<string, string>();
        var deleted = random.Next(6) == 0;
        if (!deleted)
        {
            metadata["oai_dc"] = DcXml($"Laskar &lt;{number}&gt; &amp; Pelangi &#13;é");
            if (random.Next(2) == 0)
            {
                metadata["marcxml"] = $"""<record xmlns="{Marc}"><controlfield tag="001">{number}</controlfield></record>""";
            }
        }

        // Eight hours by the half second: several share a day and a second, and the fraction must not be told apart.
        var datestamp = Start.AddHours(8 * random.Next(12)).AddMilliseconds(500 * random.Next(2));
        return new($"oai:example.org:{number}", datestamp, sets ? SetChoices[random.Next(SetChoices.Length)] : [], metadata, deleted);
    }
}
