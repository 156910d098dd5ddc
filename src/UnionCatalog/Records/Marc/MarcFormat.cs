namespace UnionCatalog.Records.Marc;

/// <summary>The kind of thing described, from leader/06-07, 007/00, 008/23 and, where the leader is blank, the description.</summary>
internal static class MarcFormat
{
    public static ResourceFormat Read(MarcRecord record) => (BibMapper.At(record.Leader, 6), BibMapper.At(record.Leader, 7)) switch
    {
        ('a' or 't', 'a' or 'b') => ResourceFormat.Article,
        ('a', 'i' or 's') => ResourceFormat.Serial,
        ('t', _) => ResourceFormat.Manuscript,
        ('a', _) when record.Fields("502").Any() => ResourceFormat.Manuscript,
        ('a', _) => IsElectronic(record) ? ResourceFormat.Electronic : ResourceFormat.Book,
        ('c' or 'd', _) => ResourceFormat.Score,
        ('e' or 'f', _) => ResourceFormat.Map,
        ('g', _) => IsStill(BibMapper.At(record.Control("008"), 33)) ? ResourceFormat.Image : ResourceFormat.Video,
        ('i' or 'j', _) => ResourceFormat.Audio,
        ('k', _) => ResourceFormat.Image,
        ('m', _) => ResourceFormat.Electronic,
        ('o' or 'p', _) => ResourceFormat.Kit,
        ('r', _) => ResourceFormat.Realia,
        _ => Guess(record),
    };

    // 008/23 of books: o online, q direct electronic, s electronic. Large print (d), braille (f) and microforms stay books.
    private static bool IsElectronic(MarcRecord record) =>
        BibMapper.At(record.Control("008"), 23) is 'o' or 'q' or 's'
        || BibMapper.At(record.Control("007"), 0) == 'c'
        || record.Fields("245").Any(field => field['h']?.Contains("electronic resource", StringComparison.OrdinalIgnoreCase) == true);

    // 008/33 of visual materials: filmstrip, picture, slide, transparency, chart, graphic.
    private static bool IsStill(char code) => code is 'f' or 'i' or 'k' or 'l' or 'n' or 's' or 't';

    // Records without a leader: RDA's content type, then 007, then what only a serial or a book has.
    private static ResourceFormat Guess(MarcRecord record) => (BibMapper.First(record, "336", "b"), BibMapper.At(record.Control("007"), 0)) switch
    {
        ("cri" or "crm" or "crt", _) or (_, 'a') => ResourceFormat.Map,
        ("ntm" or "tcm", _) or (_, 'q') => ResourceFormat.Score,
        ("prm" or "spw" or "snd", _) or (_, 's') => ResourceFormat.Audio,
        ("tdi", _) or (_, 'm' or 'v') => ResourceFormat.Video,
        ("sti", _) or (_, 'k' or 'g') => ResourceFormat.Image,
        (_, 'c') => ResourceFormat.Electronic,
        (_, 'o') => ResourceFormat.Kit,
        _ when record.Fields("022", "310", "362").Any() => ResourceFormat.Serial,
        ("txt", _) => ResourceFormat.Book,
        _ when record.Fields("020").Any(field => field['a'] is not null) || MarcDescription.ReadExtent(record)?.Pages is not null => ResourceFormat.Book,
        _ => ResourceFormat.Unknown,
    };
}
