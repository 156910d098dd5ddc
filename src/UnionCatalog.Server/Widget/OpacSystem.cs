namespace UnionCatalog.Server.Widget;

/// <summary>The systems whose pages the widget reads by itself, as the page for librarians names them.</summary>
public enum OpacSystem
{
    /// <summary>SLiMS 8 and 9.</summary>
    Slims,

    /// <summary>Koha.</summary>
    Koha,

    /// <summary>INLISLite 3.</summary>
    Inlislite,

    /// <summary>Any other.</summary>
    Other,
}
