using UnionCatalog.Records;

namespace UnionCatalog.Availability.Reading;

/// <summary>What DAIA tells of one item, in either encoding: for which services it is there and for which it is not (DAIA 1.0, section 2.5).</summary>
internal sealed class DaiaItem
{
    private readonly HashSet<string> _available = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unavailable = new(StringComparer.Ordinal);
    private bool _isExpected;
    private DateOnly? _due;

    /// <summary>The call number ("label").</summary>
    public string? Label { get; set; }

    /// <summary>Notes a service that it is there for.</summary>
    public void AddAvailable(string? service) => _available.Add(Name(service));

    /// <summary>Notes a service that it is not there for, and when it is expected to be.</summary>
    public void AddUnavailable(string? service, string? expected)
    {
        _unavailable.Add(Name(service));
        if (Name(service) == "loan" && !string.IsNullOrEmpty(expected))
        {
            (_isExpected, _due) = (true, ToldDate.Find(expected));
        }
    }

    /// <summary>What that means to a reader: one that is not lent and not expected back stays in the library, or is nowhere.</summary>
    public ItemNow Read()
    {
        var status = _available.Contains("loan") ? ItemStatus.Available
            : _isExpected ? ItemStatus.OnLoan
            : _available.Contains("presentation") ? ItemStatus.NotForLoan
            : ItemStatus.Unknown;
        return new ItemNow(status, status == ItemStatus.OnLoan ? _due : null, CallNumber: StatusReply.Short(Label));
    }

    /// <summary>A service's name, or the end of its URI such as "http://purl.org/ontology/dso#Loan".</summary>
    private static string Name(string? service) => service is null ? "" : service[(service.LastIndexOfAny(['/', '#']) + 1)..].ToLowerInvariant();
}
