using System.Text.RegularExpressions;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>Tells what kind of web page stands where OAI-PMH should.</summary>
internal static partial class PageSigns
{
    public static bool IsMaintenance(string title) => Maintenance().IsMatch(title);

    /// <summary>Below a site's own page: many of those have a box to log in beside everything else.</summary>
    public static bool IsLogin(WireText page, Uri address) =>
        page.IsWebPage && (Login().IsMatch(page.Title) || (address.AbsolutePath != "/" && PasswordBox().IsMatch(page.Text)));

    [GeneratedRegex(@"\b(maintenance|under construction|coming soon|pemeliharaan|perbaikan)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Maintenance();

    [GeneratedRegex(@"\b(log ?in|sign ?in|masuk)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Login();

    [GeneratedRegex("""type\s*=\s*["']?password""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PasswordBox();
}
