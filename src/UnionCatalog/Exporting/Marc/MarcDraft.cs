using System.Globalization;
using UnionCatalog.Records;
using UnionCatalog.Records.Marc;

namespace UnionCatalog.Exporting.Marc;

/// <summary>An edition as a MARC 21 bibliographic record, before it is written in bytes or in XML.</summary>
internal static class MarcDraft
{
    /// <summary>Draws the record.</summary>
    public static MarcRecord Of(ExportedEdition edition)
    {
        var fields = new MarcFields();
        MarcHeadings.AddTo(fields, edition);
        MarcTexts.AddTo(fields, edition);
        MarcItems.AddTo(fields, edition);
        return new MarcRecord(Leader(edition.Description.Format), ControlFields(edition), fields.InOrder);
    }

    /// <summary>Lengths are left to the writer. Leader/17 "7": minimal, drawn by a machine; leader/18 "c": ISBD punctuation omitted.</summary>
    private static string Leader(ResourceFormat format)
    {
        var kind = KindWords.Of(format);
        return $"00000n{kind.MarcType}{kind.MarcLevel} a22000007c 4500";
    }

    private static MarcControlField[] ControlFields(ExportedEdition edition) =>
    [
        new("001", edition.Id),
        new("003", edition.Origin.Agency),
        new("005", edition.Origin.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "000000.0"),
        new("008", FixedData(edition)),
    ];

    /// <summary>
    /// 008: 40 characters. What the catalogue does not know is a fill character ("|", no attempt to code), which every position of
    /// 18 to 34 allows that is defined.
    /// </summary>
    private static string FixedData(ExportedEdition edition)
    {
        var description = edition.Description;
        var entered = edition.Origin.Date.ToString("yyMMdd", CultureInfo.InvariantCulture);
        var language = description.Languages is [var first, ..] ? first : "und";
        var isSerial = description.Format == ResourceFormat.Serial;
        var year = description.Year?.ToString("0000", CultureInfo.InvariantCulture);
        var dates = (isSerial, year) switch
        {
            (true, _) => $"u{year ?? "uuuu"}uuuu",
            (_, null) => "nuuuuuuuu",
            _ => $"s{year}    ",
        };
        return $"{entered}{dates}xx {Specific(description.Format)}{language} d";
    }

    /// <summary>008/18-34 by kind: books, serials, maps, music, visual and mixed materials; positions that are not defined are blank.</summary>
    private static string Specific(ResourceFormat format) => format switch
    {
        ResourceFormat.Electronic => "|||||o|||||||| ||",
        ResourceFormat.Serial => "|| |||||||||   ||",
        ResourceFormat.Map => "|||||| |  || | ||",
        ResourceFormat.Score or ResourceFormat.Audio => "|||||||||||||| | ",
        ResourceFormat.Video => "||| |     ||   v|",
        ResourceFormat.Image => "||| |     ||   k|",
        ResourceFormat.Realia => "||| |     ||   r|",
        ResourceFormat.Kit => "     |           ",
        _ => "|||||||||||||| ||",
    };
}
