using System.Text.RegularExpressions;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>Looks at what a provider says of itself (OAI-PMH 2.0, section 4.2), and at its clock.</summary>
internal static partial class IdentityTrial
{
    private static readonly TimeSpan SmallDifference = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ZoneStep = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan FarthestZone = TimeSpan.FromHours(14);

    public static void Run(Chart chart)
    {
        var says = chart.Identify;
        chart.Evidence.Add("address", chart.Address!.GetLeftPart(UriPartial.Path));
        chart.Evidence.Add("identify", says.Text);
        chart.Evidence.Add("name", says.First("repositoryName"));
        chart.Evidence.Add("mail", says.First("adminEmail"));
        chart.Evidence.Add("deleted", says.First("deletedRecord"));
        CheckNames(chart, says.First("repositoryName"), says.First("adminEmail"));
        CheckOwnAddress(chart, says.First("baseURL"));
        CheckClock(chart);
        if (chart.Address.Scheme == Uri.UriSchemeHttp && !chart.Address.IsLoopback)
        {
            chart.Find("no-https");
        }
    }

    private static void CheckNames(Chart chart, string name, string mail)
    {
        if (name.Length == 0 || DefaultName().IsMatch(name))
        {
            chart.Find("default-name", ("name", name.Length > 0 ? name : "–"));
        }

        if (mail.Length == 0 || DefaultMail().IsMatch(mail))
        {
            chart.Find("default-mail", ("mail", mail.Length > 0 ? mail : "–"));
        }
    }

    /// <summary>Behind a proxy systems often take themselves for "localhost"; links inside their records are then wrong as well.</summary>
    private static void CheckOwnAddress(Chart chart, string own)
    {
        if (Uri.TryCreate(own, UriKind.Absolute, out var uri) && !uri.Host.Equals(chart.Address!.Host, StringComparison.OrdinalIgnoreCase))
        {
            chart.Find("other-address", ("own", own), ("address", chart.Address.AbsoluteUri));
        }
    }

    /// <summary>A clock that is off by whole half hours runs in local time and calls it UTC (section 3.3 wants UTC).</summary>
    private static void CheckClock(Chart chart)
    {
        var off = chart.ServerNow - chart.Now;
        if (off.Duration() <= SmallDifference)
        {
            return;
        }

        var zone = TimeSpan.FromTicks((long)Math.Round(off / ZoneStep) * ZoneStep.Ticks);
        if (zone != TimeSpan.Zero && zone.Duration() <= FarthestZone && (off - zone).Duration() <= SmallDifference)
        {
            chart.Find("clock-local", ("hours", zone.TotalHours));
        }
        else
        {
            chart.Find("clock-wrong", ("off", off.Duration()));
        }
    }

    [GeneratedRegex("^(senayan|slims|SLiMS Senayan Library Management System Repository|dspace|dspace at my university|koha|my library|inlislite|perpustakaan)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DefaultName();

    [GeneratedRegex(@"@(contact\.com|slims\.web\.id|example\.(com|org|net)|localhost|myu\.edu)$|^(root|webmaster)@", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DefaultMail();
}
