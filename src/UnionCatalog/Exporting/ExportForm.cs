namespace UnionCatalog.Exporting;

/// <summary>One form in which editions are given to others. Safe to use from several threads.</summary>
public abstract class ExportForm
{
    private protected ExportForm()
    {
    }

    /// <summary>Its name in addresses, such as "marc21".</summary>
    public abstract string Name { get; }

    /// <summary>What people call it, the same in every language.</summary>
    public abstract string Title { get; }

    /// <summary>Its media type, without parameters.</summary>
    public abstract string MediaType { get; }

    /// <summary>How its files end, without the dot.</summary>
    public abstract string Ending { get; }

    /// <summary>Another ending under which it is asked for; null when there is none.</summary>
    public virtual string? OtherEnding => null;

    /// <summary>One edition.</summary>
    public abstract byte[] Write(ExportedEdition edition);

    /// <summary>Several editions in one file, in their order.</summary>
    public virtual byte[] WriteAll(IReadOnlyList<ExportedEdition> editions) => [.. editions.SelectMany(Write)];
}
