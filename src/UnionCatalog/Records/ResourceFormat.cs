namespace UnionCatalog.Records;

/// <summary>The kinds of thing a record describes, from MARC leader/06-07, 006, 007 and 008, dc:type or typeOfResource.</summary>
public enum ResourceFormat
{
    /// <summary>The record does not say.</summary>
    Unknown,

    /// <summary>A printed book.</summary>
    Book,

    /// <summary>A serial: magazine, journal, newspaper.</summary>
    Serial,

    /// <summary>An article or other part of something else.</summary>
    Article,

    /// <summary>An electronic text or file.</summary>
    Electronic,

    /// <summary>A map or atlas.</summary>
    Map,

    /// <summary>Notated music.</summary>
    Score,

    /// <summary>A sound recording.</summary>
    Audio,

    /// <summary>A film or video.</summary>
    Video,

    /// <summary>A picture, poster or other still image.</summary>
    Image,

    /// <summary>A kit or mixed material.</summary>
    Kit,

    /// <summary>A three-dimensional thing: globe, game, model.</summary>
    Realia,

    /// <summary>A manuscript or thesis.</summary>
    Manuscript,
}
