using UnionCatalog.Harvesting.OaiPmh;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>Finds where a school's OAI-PMH is: at the address that was given, or where systems usually have it.</summary>
internal sealed class AddressSearch(Visit visit, Chart chart)
{
    private const int MostTimeouts = 2;

    /// <summary>Above the folder that was given only the likeliest addresses are tried.</summary>
    private const int TriedAtRoot = 4;

    private (Uri Address, string Said)? _switchedOff;

    /// <summary>Looks for it; where there is none, the findings say what there is in its place.</summary>
    public async Task RunAsync(Uri given)
    {
        var first = await visit.TryAsync(given, OaiRequest.Identify);
        if (Take(given, first))
        {
            return;
        }

        if (IsOutOfReach(first.Fault))
        {
            await TryPlainlyAsync(given, first.Fault!);
            return;
        }

        chart.Evidence.Add("page", first.Exchange?.Text.Text ?? "");
        var tried = new List<Uri>();
        if (await FindAsync(given, tried))
        {
            chart.Find("address-found", ("given", given.AbsoluteUri), ("address", chart.Address?.AbsoluteUri ?? ""));
            return;
        }

        await new SruSearch(visit, chart).RunAsync(given, FolderOf(given));
        if (chart.Sru is null)
        {
            ReportAbsence(given, first);
        }

        chart.Find("addresses-tried", ("addresses", string.Join(", ", tried.Select(address => address.PathAndQuery))));
    }

    private async Task<bool> FindAsync(Uri given, List<Uri> tried)
    {
        var timeouts = 0;
        foreach (var address in Candidates(given))
        {
            tried.Add(address);
            var answer = await visit.TryAsync(address, OaiRequest.Identify);
            if (Take(address, answer))
            {
                return true;
            }

            if (IsOutOfReach(answer.Fault) && ++timeouts == MostTimeouts)
            {
                break;
            }
        }

        return false;
    }

    /// <summary>Takes an address that speaks OAI-PMH. True ends the search.</summary>
    private bool Take(Uri address, Answer answer)
    {
        if (answer.Reply?.Identity is not null)
        {
            chart.Address = Arrival(address, answer.Exchange!);
            chart.Identify = answer.Exchange!.Text;
            return true;
        }

        if (answer.Error is { } error)
        {
            _switchedOff ??= (address, error.ToString());
            return false;
        }

        if (answer.Fault is { } fault && answer.Exchange is { } exchange && exchange.Text.Has("OAI-PMH") && !exchange.Text.IsWebPage)
        {
            chart.Find(fault.Cause.Code == "has-dtd" ? "dtd" : "identify-broken", fault, ("address", address.AbsoluteUri));
            return true;
        }

        return false;
    }

    /// <summary>Where redirects led, without the request's own arguments.</summary>
    private Uri Arrival(Uri asked, Exchange exchange)
    {
        var arrived = SchoolAddress.WithoutVerb(exchange.Address);
        if (arrived == asked)
        {
            return asked;
        }

        chart.Find("redirected", ("given", asked.AbsoluteUri), ("address", arrived.AbsoluteUri));
        return arrived;
    }

    /// <summary>Many a school's site has no https, or a certificate that has run out: then it is looked at without.</summary>
    private async Task TryPlainlyAsync(Uri given, MemberFault fault)
    {
        var isInsecure = fault.Cause.Code == "no-secure-connection";
        var plain = new UriBuilder(given) { Scheme = Uri.UriSchemeHttp, Port = given.IsDefaultPort ? -1 : given.Port }.Uri;
        if (plain != given && fault.Cause.Code != "name-not-found" && (await visit.TryAsync(plain, OaiRequest.Identify)).Exchange is not null)
        {
            chart.Find(isInsecure ? "certificate" : "https-closed", fault, ("address", given.AbsoluteUri), ("plain", plain.AbsoluteUri));
            await RunAsync(plain);
        }
        else
        {
            var code = isInsecure ? "certificate-only" : fault.Cause.Code == "timed-out" ? "no-answer" : "unreachable";
            chart.Find(code, fault, ("address", given.AbsoluteUri));
        }
    }

    private void ReportAbsence(Uri given, Answer first)
    {
        var page = first.Exchange?.Text ?? new WireText("");
        var (status, title) = (first.Exchange?.Status ?? 0, page.Title);
        var code = _switchedOff is not null ? "switched-off"
            : first.Fault?.Cause.Code == "redirected" ? "redirect-loop"
            : status is 401 or 403 ? "forbidden"
            : status == 503 || PageSigns.IsMaintenance(title) ? "maintenance"
            : PageSigns.IsLogin(page, given) ? "login-page"
            : status >= 500 ? "server-error"
            : page.IsWebPage && status < 400 ? "web-page"
            : status is 404 or 410 ? "no-page"
            : "not-oai";
        chart.Findings.Add(Finding.Of(
            code,
            ("address", (_switchedOff?.Address ?? given).AbsoluteUri),
            ("said", _switchedOff?.Said ?? ""),
            ("title", title.Length > 0 ? title : "–"),
            ("status", status)) with { Fault = first.Fault?.Cause });
    }

    private static bool IsOutOfReach(MemberFault? fault) =>
        fault?.Cause.Code is "name-not-found" or "refused" or "unreachable" or "no-secure-connection" or "timed-out" or "not-a-web-server";

    private static IEnumerable<Uri> Candidates(Uri given)
    {
        var (folder, root) = (FolderOf(given), new Uri(given, "/"));
        var near = KnownSystems.Addresses.Select(address => new Uri(folder, address));
        var above = KnownSystems.Addresses.Take(TriedAtRoot).Select(address => new Uri(root, address));
        return near.Concat(above).Distinct().Where(address => address != given);
    }

    /// <summary>The folder that a system is in: without a page's name, and without what looks like a provider's address.</summary>
    private static Uri FolderOf(Uri given)
    {
        var path = given.AbsolutePath;
        var known = KnownSystems.Addresses.FirstOrDefault(address => path.TrimEnd('/').EndsWith($"/{address}", StringComparison.OrdinalIgnoreCase));
        var folder = known is not null ? path.TrimEnd('/')[..^known.Length]
            : path[(path.LastIndexOf('/') + 1)..].Contains('.', StringComparison.Ordinal) ? path[..(path.LastIndexOf('/') + 1)]
            : path.TrimEnd('/') + "/";
        return new(given, folder);
    }
}
