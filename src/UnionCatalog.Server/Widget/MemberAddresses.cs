using UnionCatalog.Members;

namespace UnionCatalog.Server.Widget;

/// <summary>Whose catalogue a page belongs to, by the address of it.</summary>
internal sealed class MemberAddresses
{
    private readonly MemberDirectory _members;
    private volatile Dictionary<string, List<(string Folder, Member Member)>>? _hosts;

    public MemberAddresses(MemberDirectory members)
    {
        _members = members;
        members.Changed += () => _hosts = null;
    }

    /// <summary>
    /// The library of this id, or whose page or records are at this host and path ("opac.example.sch.id/index.php"); null when there
    /// is none, or several that cannot be told apart.
    /// </summary>
    public Member? Find(string text)
    {
        if (Records.SourceId.IsValid(text) && _members.Find(new Records.SourceId(text)) is { } named)
        {
            return named;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var (host, path) = slash < 0 ? (text, "/") : (text[..slash], text[slash..]);
        if (!(_hosts ??= Read()).TryGetValue(Bare(host), out var here))
        {
            return null;
        }

        var members = here.Select(one => one.Member.Id).Distinct().Count() == 1 ? here : Nearest(here, path);
        return members.Select(one => one.Member).DistinctBy(member => member.Id).ToList() is [var only] ? only : null;
    }

    /// <summary>Where schools share a host, each has its folder.</summary>
    private static List<(string Folder, Member Member)> Nearest(List<(string Folder, Member Member)> here, string path)
    {
        var under = here.Where(one => path.StartsWith(one.Folder, StringComparison.Ordinal)).ToList();
        return under.Count == 0 ? [] : [.. under.Where(one => one.Folder.Length == under.Max(other => other.Folder.Length))];
    }

    private Dictionary<string, List<(string Folder, Member Member)>> Read() => _members.All
        .SelectMany(member => new[] { member.Website?.ToString(), member.RecordLink }.Select(address => (address, member)))
        .Select(pair => (Uri: Uri.TryCreate(pair.address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null, pair.member))
        .Where(pair => pair.Uri is not null)
        .GroupBy(pair => Bare(pair.Uri!.Authority))
        .ToDictionary(host => host.Key, host => host.Select(pair => (new Uri(pair.Uri!, ".").AbsolutePath, pair.member)).ToList());

    private static string Bare(string host)
    {
        host = host.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }
}
