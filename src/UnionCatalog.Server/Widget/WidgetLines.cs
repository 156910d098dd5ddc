using System.Net;
using UnionCatalog.Members;

namespace UnionCatalog.Server.Widget;

/// <summary>
/// The lines that a librarian copies, for one system and one library. What each system's templates call their fields, and where its
/// policy stands: SLiMS 9.7 (template/default/detail_template.php, config/csp.sample.php), Koha (system preferences OPACUserJS and
/// OPACSearchForTitleIn), INLISLite 3 (opac/views/detail-opac/index.php).
/// </summary>
/// <param name="system">The system.</param>
/// <param name="site">This service as the outside names it, such as "https://katalog.example.id".</param>
/// <param name="library">The library; null: the widget finds out by the page's address.</param>
/// <param name="language">The widget's language; null: that of the page.</param>
public sealed class WidgetLines(OpacSystem system, string site, Member? library, string? language)
{
    private string ScriptAddress => site + WidgetScript.Newest;

    /// <summary>The lines that put the widget there: for Koha as JavaScript, as it takes them, for the others as a script element.</summary>
    public string Script => system == OpacSystem.Koha
        ? $$"""
          document.addEventListener("DOMContentLoaded", function () {
            if (!document.getElementById("opac-detail")) return;
            var katalog = document.createElement("script");
            katalog.src = "{{ScriptAddress}}";
            katalog.dataset.unionCatalog = "";{{DataProperty("library", library?.Id.Value)}}{{DataProperty("lang", language)}}
            document.head.appendChild(katalog);
          });
          """
        : $"""<script async src="{ScriptAddress}" data-union-catalog{Attribute("data-library", library?.Id.Value)}{Attribute("data-lang", language)}></script>""";

    /// <summary>The element, filled in by the system's template where it has one.</summary>
    public string Element
    {
        get
        {
            var (isbn, title, author) = Fields(Quoted);
            return $"""
                <script async src="{ScriptAddress}"></script>
                <union-catalog isbn="{isbn}" title="{title}" author="{author}"{Attribute("library", library?.Id.Value)}{Attribute("lang", language)}></union-catalog>
                """;
        }
    }

    /// <summary>A link, for where scripts are forbidden.</summary>
    public string Link(string words)
    {
        var (isbn, title, author) = Fields(Encoded);
        var link = $"""<a href="{site}{FindEndpoint.Path}?isbn={isbn}&amp;title={title}&amp;author={author}">{WebUtility.HtmlEncode(words)}</a>""";
        return system == OpacSystem.Koha ? $"<li>{link}</li>" : $"<p>{link}</p>";
    }

    /// <summary>What is added to the page's policy, as that system writes it.</summary>
    public string Policy => system == OpacSystem.Slims
        ? $"""
          "script-src 'self' 'unsafe-inline' 'unsafe-eval' *.google.com *.gstatic.com {site}",
          "connect-src 'self' slims.web.id {site}",
          """
        : $"Content-Security-Policy: script-src 'self' {site}; connect-src 'self' {site}";

    private (string Isbn, string Title, string Author) Fields(Func<string, string> php) => system switch
    {
        OpacSystem.Slims => (php("$isbn_issn"), php("$title"), php("str_replace('<br />', ';', $authors)")),
        OpacSystem.Inlislite => (php("$isbns"), php("$detailOpac[0]['JUDUL']"), php("$pengarangs")),
        OpacSystem.Koha => ("{ISBN}", "{TITLE}", "{AUTHOR}"),
        _ => ("978-…", "…", "…"),
    };

    /// <summary>As an attribute's text; the fields may hold entities already.</summary>
    private static string Quoted(string field) => $"<?= htmlspecialchars({Plain(field)}) ?>";

    private static string Encoded(string field) => $"<?= rawurlencode({Plain(field)}) ?>";

    private static string Plain(string field) => $"html_entity_decode(strip_tags({field}), ENT_QUOTES)";

    private static string Attribute(string name, string? value) => value is null ? "" : $" {name}=\"{value}\"";

    private static string DataProperty(string name, string? value) => value is null ? "" : $"\n  katalog.dataset.{name} = \"{value}\";";
}
