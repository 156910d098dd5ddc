using UnionCatalog.Harvesting.OaiPmh;
using UnionCatalog.Members;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>What one check-up has seen so far; each trial reads what the ones before it wrote.</summary>
/// <param name="now">This machine's clock at the beginning.</param>
internal sealed class Chart(DateTimeOffset now)
{
    private readonly List<ListPage> _pages = [];

    public DateTimeOffset Now { get; } = now;

    public List<Finding> Findings { get; } = [];

    /// <summary>What the system may be recognised by.</summary>
    public Evidence Evidence { get; } = new();

    /// <summary>The provider's base address; null where none was found.</summary>
    public Uri? Address { get; set; }

    /// <summary>What Identify says.</summary>
    public WireText Identify { get; set; } = new("");

    /// <summary>The format that is asked for; null before it is known.</summary>
    public string? Prefix { get; set; }

    /// <summary>The formats that are offered.</summary>
    public IReadOnlyList<OaiFormat> Formats { get; set; } = [];

    /// <summary>The list's first pages.</summary>
    public IReadOnlyList<ListPage> Pages => _pages;

    /// <summary>Which form of a resumption token the provider takes; null where its list has one page only, or none is taken.</summary>
    public TokenForm? Tokens { get; set; }

    /// <summary>Whether its lists of changes can be trusted.</summary>
    public bool TrustsDates { get; set; } = true;

    /// <summary>The SRU server that was found in place of OAI-PMH; null for none.</summary>
    public SruSight? Sru { get; set; }

    public IEnumerable<OaiRecord> Records => _pages.SelectMany(page => page.Reply.Records);

    /// <summary>How many records the whole list has, as far as it says so.</summary>
    public long? ListSize => _pages is [var first, ..] ? first.Reply.Token is null ? first.Reply.Records.Count : first.Reply.Token.ListSize : null;

    public bool HasSeconds => Identify.First("granularity").Contains("hh:mm:ss", StringComparison.OrdinalIgnoreCase);

    /// <summary>The provider's clock, ours where it does not tell it.</summary>
    public DateTimeOffset ServerNow => _pages is [{ Reply.ResponseDate: { } date }, ..] ? date : OaiDates.Read(Identify.First("responseDate")) ?? Now;

    public void Find(string code, params (string Name, Causes.CauseValue Value)[] values) => Findings.Add(Finding.Of(code, values));

    public void Find(string code, MemberFault fault, params (string Name, Causes.CauseValue Value)[] values) => Findings.Add(Finding.Of(code, fault, values));

    public void Add(ListPage page) => _pages.Add(page);
}

/// <summary>A page of the list.</summary>
internal sealed record ListPage(OaiReply Reply, Exchange Exchange);
