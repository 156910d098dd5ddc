using UnionCatalog.Records;

namespace UnionCatalog.Exporting;

/// <summary>What each form calls one kind of thing.</summary>
/// <param name="MarcType">MARC leader/06.</param>
/// <param name="MarcLevel">MARC leader/07.</param>
/// <param name="ModsType">A value of MODS typeOfResource.</param>
/// <param name="Genre">A word for MODS genre and dc:type, one that our own readers know.</param>
/// <param name="Dcmi">A term of the DCMI Type Vocabulary.</param>
/// <param name="Ris">A reference type of RIS.</param>
/// <param name="BibTex">An entry type of BibTeX.</param>
/// <param name="Csl">An item type of CSL 1.0.2.</param>
/// <param name="SchemaOrg">A type of schema.org.</param>
internal sealed record KindWords(
    char MarcType, char MarcLevel, string ModsType, string? Genre, string Dcmi, string Ris, string BibTex, string Csl, string SchemaOrg)
{
    private static readonly Dictionary<ResourceFormat, KindWords> All = new()
    {
        [ResourceFormat.Unknown] = new('a', 'm', "text", null, "Text", "GEN", "misc", "document", "CreativeWork"),
        [ResourceFormat.Book] = new('a', 'm', "text", "book", "Text", "BOOK", "book", "book", "Book"),
        [ResourceFormat.Serial] = new('a', 's', "text", "periodical", "Text", "JFULL", "misc", "periodical", "Periodical"),
        [ResourceFormat.Article] = new('a', 'a', "text", "article", "Text", "GEN", "misc", "article", "Article"),
        [ResourceFormat.Electronic] = new('a', 'm', "text", "electronic resource", "Text", "EBOOK", "book", "book", "Book"),
        [ResourceFormat.Map] = new('e', 'm', "cartographic", "map", "Image", "MAP", "misc", "map", "Map"),
        [ResourceFormat.Score] = new('c', 'm', "notated music", "score", "Image", "MUSIC", "misc", "musical_score", "CreativeWork"),
        [ResourceFormat.Audio] = new('i', 'm', "sound recording", "sound recording", "Sound", "SOUND", "misc", "song", "AudioObject"),
        [ResourceFormat.Video] = new('g', 'm', "moving image", "video", "MovingImage", "VIDEO", "misc", "motion_picture", "Movie"),
        [ResourceFormat.Image] = new('k', 'm', "still image", "picture", "StillImage", "ART", "misc", "graphic", "VisualArtwork"),
        [ResourceFormat.Kit] = new('o', 'm', "mixed material", "kit", "Collection", "GEN", "misc", "document", "CreativeWork"),
        [ResourceFormat.Realia] = new('r', 'm', "three dimensional object", "realia", "PhysicalObject", "GEN", "misc", "document", "CreativeWork"),
        [ResourceFormat.Manuscript] = new('t', 'm', "text", "manuscript", "Text", "MANSCPT", "misc", "manuscript", "Manuscript"),
    };

    /// <summary>The words for a kind.</summary>
    public static KindWords Of(ResourceFormat format) => All[format];
}
