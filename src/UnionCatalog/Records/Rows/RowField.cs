namespace UnionCatalog.Records.Rows;

/// <summary>What a column of a library's table can be. headings.tsv has the headings by which each is recognised.</summary>
public enum RowField
{
    /// <summary>The title; a subtitle after a colon and a statement of responsibility after a slash are taken apart.</summary>
    Title,

    /// <summary>The subtitle, where it has a column of its own.</summary>
    Subtitle,

    /// <summary>The title of the original that this translates.</summary>
    OriginalTitle,

    /// <summary>The statement of responsibility as printed.</summary>
    Responsibility,

    /// <summary>The authors, one or several in a cell.</summary>
    Author,

    /// <summary>The translators.</summary>
    Translator,

    /// <summary>The editors.</summary>
    Editor,

    /// <summary>The illustrators.</summary>
    Illustrator,

    /// <summary>The edition statement.</summary>
    Edition,

    /// <summary>The number of the volume, such as "Jilid 2".</summary>
    Volume,

    /// <summary>The school year or age the book is for, such as "X" or "Kelas 4".</summary>
    Audience,

    /// <summary>The series.</summary>
    Series,

    /// <summary>The place of publication.</summary>
    Place,

    /// <summary>The publisher; "Jakarta: Gramedia, 2005" is taken apart.</summary>
    Publisher,

    /// <summary>The year of publication.</summary>
    Year,

    /// <summary>ISBN or ISSN.</summary>
    Isbn,

    /// <summary>The classification number.</summary>
    Classification,

    /// <summary>The language.</summary>
    Language,

    /// <summary>The physical extent, or the number of pages alone.</summary>
    Extent,

    /// <summary>Subjects, one or several in a cell.</summary>
    Subject,

    /// <summary>The kind of thing: book, magazine, map.</summary>
    Type,

    /// <summary>General notes.</summary>
    Note,

    /// <summary>The summary.</summary>
    Summary,

    /// <summary>An address on the web.</summary>
    Link,

    /// <summary>What the library knows the title by. Kept from one delivery to the next, it makes the record itself.</summary>
    Id,

    /// <summary>The inventory number or barcode of each copy, one or several in a cell.</summary>
    ItemNumber,

    /// <summary>How many copies there are; where there is no number but a text, their inventory numbers.</summary>
    Copies,

    /// <summary>The call number as on the spine label.</summary>
    CallNumber,

    /// <summary>Where it stands.</summary>
    Location,

    /// <summary>The branch, where the library has several places.</summary>
    Branch,

    /// <summary>Whether it can be borrowed.</summary>
    Status,

    /// <summary>
    /// The number of the row in the sheet. Not kept: it changes for every book below when a row is put in above.
    /// </summary>
    RowNumber,
}

/// <summary>How the fields of a row are grouped.</summary>
internal static class RowFields
{
    /// <summary>Whether the field is of a copy, not of the title.</summary>
    public static bool IsOfItem(this RowField field) => field is >= RowField.Id and <= RowField.Status;

    /// <summary>Whether several columns may be this field: their cells are joined.</summary>
    public static bool MayRepeat(this RowField field) => field
        is RowField.Author or RowField.Translator or RowField.Editor or RowField.Illustrator
        or RowField.Subject or RowField.Note or RowField.Isbn or RowField.ItemNumber;

    /// <summary>
    /// What tells one title from another: rows that agree in all of these are copies of one. The class is among them,
    /// because "Matematika" for class X is another book than "Matematika" for class XI.
    /// </summary>
    public static IReadOnlyList<RowField> Describing { get; } =
    [
        RowField.Title, RowField.Subtitle, RowField.Responsibility, RowField.Author, RowField.Edition, RowField.Volume,
        RowField.Audience, RowField.Publisher, RowField.Year, RowField.Isbn,
    ];
}
