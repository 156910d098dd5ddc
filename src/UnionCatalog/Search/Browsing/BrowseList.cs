namespace UnionCatalog.Search.Browsing;

/// <summary>The alphabetical lists of the union.</summary>
public enum BrowseList
{
    /// <summary>Persons and bodies, as the cards word them.</summary>
    Author,

    /// <summary>Titles with the name of their part, filed without their initial article; parallel titles and those in their own script too.</summary>
    Title,

    /// <summary>Subject headings, as the cards word them.</summary>
    Subject,

    /// <summary>Titles of series.</summary>
    Series,

    /// <summary>Call numbers as the libraries write them, in the order of the shelf.</summary>
    CallNumber,
}
