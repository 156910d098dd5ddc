using UnionCatalog.Records;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>What a check-up has come to.</summary>
public sealed class CheckUpResult
{
    /// <summary>The address that was given.</summary>
    public required Uri Asked { get; init; }

    /// <summary>When the check-up began.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>The address to harvest; null where there is none.</summary>
    public Uri? Address { get; init; }

    /// <summary>What it all comes to.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What was found, what matters most first.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The library's system; null where it was not recognised.</summary>
    public KnownSystem? System { get; init; }

    /// <summary>The member preset to use; null where the library cannot be harvested yet.</summary>
    public string? Preset { get; init; }

    /// <summary>The library's name as its system tells it; null where it tells none, or the one it was installed with.</summary>
    public string? Name { get; init; }

    /// <summary>Its administrator's mail address; null where it tells none, or the one it was installed with.</summary>
    public string? Mail { get; init; }

    /// <summary>The format to harvest, such as "oai_dc"; null where none was found.</summary>
    public string? Format { get; init; }

    /// <summary>How many records the library has; null where it does not say.</summary>
    public long? RecordCount { get; init; }

    /// <summary>Records a page; 0 where no page came.</summary>
    public int PageSize { get; init; }

    /// <summary>How fast it is; null where no page came.</summary>
    public Speed? Speed { get; init; }

    /// <summary>What the records have; null where none could be read.</summary>
    public RecordShares? Shares { get; init; }

    /// <summary>Three records as they will be found.</summary>
    public IReadOnlyList<BibRecord> Samples { get; init; } = [];

    /// <summary>The configuration file to begin with; null where the library cannot be harvested yet.</summary>
    public ProposedConfiguration? Configuration { get; init; }

    /// <summary>How many requests were sent.</summary>
    public int Requests { get; init; }
}
