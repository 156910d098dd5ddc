using System.IO.Hashing;
using System.Text;
using Microsoft.Net.Http.Headers;
using UnionCatalog.Members;
using UnionCatalog.Search;

namespace UnionCatalog.Server.Api;

/// <summary>What an answer depends on besides the request: the index, the members, and this process with its program and words.</summary>
internal sealed class CatalogState
{
    private readonly long _process = Random.Shared.NextInt64();
    private readonly CatalogSearch _catalog;
    private int _members;

    public CatalogState(CatalogSearch catalog, MemberDirectory members)
    {
        _catalog = catalog;
        members.Changed += () => Interlocked.Increment(ref _members);
    }

    /// <summary>
    /// The tag of the answer. Taken before the answer is: where the catalogue changes in between, the answer is newer than its tag and is
    /// fetched once more, and never the other way round.
    /// </summary>
    public EntityTagHeaderValue TagOf(HttpRequest request)
    {
        var text = $"{Volatile.Read(ref _members)} {_catalog.Stamp} {request.Path.ToUriComponent()}{request.QueryString.ToUriComponent()}";
        return new($"\"{XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(text), _process):x16}\"", isWeak: true);
    }
}
