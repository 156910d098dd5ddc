using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace UnionCatalog.Tests.SlimsUpload;

/// <summary>A SLiMS that sends: what its own code makes of records and of the settings page.</summary>
/// <param name="Id">The id entered there ("ID peladen").</param>
/// <param name="Password">The password entered there: sent as it is, or its SHA-1 where it is set in SLiMS's files.</param>
internal sealed record Node(string Id, string Password)
{
    /// <summary>As PHP's json_encode: what is not ASCII is escaped, and so is the slash.</summary>
    private static readonly JsonSerializerOptions Php = new() { Encoder = JavaScriptEncoder.Default };

    public string Upload(params (int Number, string Title)[] biblios) =>
        Send(new JsonObject(biblios.Select(biblio => KeyValuePair.Create($"{biblio.Number}", (JsonNode?)Biblio(biblio.Number, biblio.Title)))));

    public string Delete(string numbers) => Send(new JsonObject { ["operation"] = "delete", ["biblio"] = numbers });

    public string Send(JsonNode? data) => new JsonObject
    {
        ["node_info"] = new JsonObject
        {
            ["enable"] = "1", ["auto_delete"] = "1", ["auto_insert"] = "0", ["serveraddr"] = "http://localhost", ["serverversion"] = 2,
            ["id"] = Id, ["password"] = Password, ["name"] = "SMA Negeri 1",
        },
        ["node_data"] = data,
    }.ToJsonString(Php).Replace("/", "\\/", StringComparison.Ordinal);

    public static JsonObject Biblio(int number, string title) => new()
    {
        ["biblio_id"] = $"{number}", ["title"] = title, ["spec_detail_info"] = null, ["gmd_code"] = "TE", ["gmd_name"] = "Text", ["edition"] = "",
        ["isbn_issn"] = null, ["publisher_name"] = "Bentang", ["publish_year"] = "2007", ["collation"] = "533 hlm.", ["series_title"] = "",
        ["call_number"] = $"813 HIR {number}", ["image"] = null, ["language_id"] = "id", ["language_name"] = "Indonesia", ["place_name"] = "Yogyakarta",
        ["classification"] = "813", ["notes"] = "", ["frequency"] = null,
        ["authors"] = new JsonArray(new JsonObject { ["name"] = "Hirata, Andrea", ["level"] = "1", ["type"] = "p", ["auth_list"] = null }),
        ["subjects"] = new JsonArray(),
    };

    /// <summary>A body as PHP's Guzzle sends it: the bytes, and no content type.</summary>
    public static HttpContent Body(string json) => new ByteArrayContent(Encoding.UTF8.GetBytes(json));
}
