using System.Text;
using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Matching.Generated.Entry;

/// <summary>Gives a description the form of MARCXML as Koha or INLISLite send it.</summary>
internal sealed class MarcWriter(Library library)
{
    private readonly StringBuilder _text = new(2_048);
    private readonly string _blank = library.System == LibrarySystem.Inlislite ? "#" : " ";

    public static byte[] Write(Description entry, Library library, ref Dice dice) => new MarcWriter(library).Write(entry, ref dice);

    private byte[] Write(Description entry, ref Dice dice)
    {
        var edition = entry.Edition;
        _text.Append("<record xmlns=\"http://www.loc.gov/MARC21/slim\"><leader>00000n").Append(edition.Issn is null ? "am" : "as").Append(" a2200000 a 4500</leader>");
        Control("001", entry.Identifier);
        WriteFixedField(entry, ref dice);
        foreach (var isbn in entry.Isbns)
        {
            var inBrackets = isbn.Qualifier is not null && dice.Hits(70);
            Field("020", ("a", inBrackets ? $"{isbn.Text} ({isbn.Qualifier})" : isbn.Text), ("q", inBrackets ? null : isbn.Qualifier));
        }

        Field("022", ("a", edition.Issn));
        Field("041", ("a", library.System == LibrarySystem.Inlislite ? entry.Language : null));
        Field("082", ("a", edition.Class));
        Field("084", ("a", library.System == LibrarySystem.Inlislite ? entry.CallNumber : null));
        WriteNames(entry, "1");
        WriteTitle(entry);
        Field("250", ("a", entry.EditionStatement));
        WriteImprint(entry, ref dice);
        Field("300", ("a", entry.Extent));
        Field("490", ("a", Marked(entry.Series, entry.SeriesNumber is null ? null : " ;")), ("v", entry.SeriesNumber));
        Field("500", ("a", edition.OriginalTitle is { } original && dice.Hits(15) ? "Judul asli: " + original : null));
        Field("650", ("a", edition.Subject));
        WriteNames(entry, "7");
        WriteItem(entry);
        return Encoding.UTF8.GetBytes(_text.Append("</record>").ToString());
    }

    private void WriteFixedField(Description entry, ref Dice dice)
    {
        if (library.System == LibrarySystem.Inlislite && dice.Hits(60))
        {
            return;
        }

        var year = entry.Date is { } date && date.Where(char.IsAsciiDigit).ToArray() is { Length: 4 } digits ? new string(digits) : "    ";
        Control("008", $"240114{(year == "    " ? "n" : "s")}{year}    io            000 0 {(entry.Language ?? "   ")} d");
    }

    private void WriteNames(Description entry, string group)
    {
        var first = entry.Names.FindIndex(name => name.Role is null);
        for (var at = 0; at < entry.Names.Count; at++)
        {
            if (at == first == (group == "1"))
            {
                var name = entry.Names[at];
                Field(group + (name.IsBody ? "10" : "00"), ("a", name.Text), ("e", name.Role));
            }
        }
    }

    private void WriteTitle(Description entry)
    {
        var by = entry.Responsibility;
        var afterTitle = entry.PartNumber is not null ? "." : entry.PartName is not null ? "." : entry.Rest is not null ? " :" : by is not null ? " /" : null;
        var afterNumber = entry.PartName is not null ? "," : entry.Rest is not null ? " :" : by is not null ? " /" : null;
        var afterName = entry.Rest is not null ? " :" : by is not null ? " /" : null;
        Field(
            "245",
            ("a", Marked(entry.Title, afterTitle)),
            ("n", Marked(entry.PartNumber, afterNumber)),
            ("p", Marked(entry.PartName, afterName)),
            ("b", Marked(entry.Rest, by is not null ? " /" : null)),
            ("c", Marked(by, ".")));
    }

    private void WriteImprint(Description entry, ref Dice dice)
    {
        var isNothingKnown = entry.Publisher is null && entry.Date is null;
        Field(
            library.System == LibrarySystem.Koha && dice.Hits(50) ? "264" : "260",
            ("a", Marked(entry.Place ?? (isNothingKnown ? "[t.t.]" : null), " :")),
            ("b", Marked(entry.Publisher ?? (isNothingKnown ? "[t.p.]" : null), ",")),
            ("c", entry.Date ?? (isNothingKnown || dice.Hits(40) ? "[t.th.]" : null)));
    }

    private void WriteItem(Description entry)
    {
        if (library.System == LibrarySystem.Koha)
        {
            Field("952", ("a", "MAIN"), ("o", entry.CallNumber), ("p", "B" + entry.Identifier));
        }
        else
        {
            Field("990", ("a", entry.Identifier + "/P/2024"));
        }
    }

    private string? Marked(string? value, string? mark) => value is null || mark is null || !library.IsCareful ? value : value + mark;

    private void Control(string tag, string value)
    {
        _text.Append("<controlfield tag=\"").Append(tag).Append("\">").Append(value).Append("</controlfield>");
    }

    private void Field(string tag, params ReadOnlySpan<(string Code, string? Value)> subfields)
    {
        var isOpen = false;
        foreach (var (code, value) in subfields)
        {
            if (value is not { Length: > 0 })
            {
                continue;
            }

            if (!isOpen)
            {
                _text.Append("<datafield tag=\"").Append(tag).Append("\" ind1=\"").Append(_blank).Append("\" ind2=\"").Append(_blank).Append("\">");
                isOpen = true;
            }

            _text.Append("<subfield code=\"").Append(code).Append("\">");
            Markup.Append(_text, value).Append("</subfield>");
        }

        if (isOpen)
        {
            _text.Append("</datafield>");
        }
    }
}
