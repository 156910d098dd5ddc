using System.Text;
using UnionCatalog.Records.Rows;

namespace UnionCatalog.Tests.Records.Rows;

/// <summary>One sheet as every program saves it.</summary>
internal sealed class TableEncodingTests
{
    private const string Title = "Kisah “élan” dan Pasar Senén";

    private static readonly (string Name, Encoding Encoding, bool HasMark)[] Encodings =
    [
        ("UTF-8", new UTF8Encoding(false), false),
        ("UTF-8 with a mark", new UTF8Encoding(true), true),
        ("UTF-16", new UnicodeEncoding(bigEndian: false, byteOrderMark: true), true),
        ("UTF-16 without a mark", new UnicodeEncoding(bigEndian: false, byteOrderMark: false), false),
        ("big-endian UTF-16", new UnicodeEncoding(bigEndian: true, byteOrderMark: true), true),
        ("big-endian UTF-16 without a mark", new UnicodeEncoding(bigEndian: true, byteOrderMark: false), false),
        ("Windows-1252", TableEncoding.Windows1252, false),
    ];

    private static readonly string[] Names = [.. Encodings.Select(encoding => encoding.Name)];

    [Test]
    public void A_sheet_is_read_whatever_program_saved_it(
        [ValueSource(nameof(Names))] string encoding, [Values(',', ';', '\t', '|')] char delimiter, [Values("\r\n", "\n", "\r")] string lineEnd)
    {
        var lines = TableLines.Of(Save(encoding, string.Join(lineEnd, Sheet(delimiter)))).ToList();

        Assert.That(lines, Has.Member($"title={Title}").And.Member("main person=Andrea Hirata | author").And.Member("note=a, b; c"));
        Assert.That(lines.Count(line => line.StartsWith("line ", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public void One_letter_of_windows_far_down_the_file_is_found()
    {
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"Buku {i};Andrea Hirata\n"));
        byte[] file = [.. Encoding.ASCII.GetBytes($"Judul;Pengarang\n{rows}"), .. TableEncoding.Windows1252.GetBytes("Sén;x\n")];

        Assert.That(TableLines.Of(file).Last(line => line.StartsWith("title=", StringComparison.Ordinal)), Is.EqualTo("title=Sén"));
    }

    [Test]
    public void What_excel_says_of_its_delimiter_counts()
    {
        var lines = TableLines.Of("sep=;\nJudul;Pengarang\na, b, c;d, e, f\n"u8.ToArray());

        Assert.That(lines, Has.Member("title=a, b, c"));
    }

    [Test]
    public void What_the_member_says_goes_before_what_the_file_shows()
    {
        var options = new TableOptions
        {
            Columns = new Dictionary<string, string> { ["nama"] = "title", ["Judul"] = "" }, Delimiter = ',', Encoding = TableEncoding.Windows1252,
        };

        var lines = TableLines.Of("Nama,Judul;x,Penerbit\nLaskar,y,Bentang\n"u8.ToArray(), options).ToList();

        Assert.That(lines[1], Is.EqualTo("Nama = Title | Judul;x = - | Penerbit = Publisher"));
        Assert.That(lines, Has.Member("title=Laskar"));
    }

    private static string[] Sheet(char delimiter) =>
    [
        string.Join(delimiter, "Judul", "Pengarang", "Catatan"),
        string.Join(delimiter, $"\"{Title}\"", "Andrea Hirata", "\"a, b; c\""),
        string.Join(delimiter, "Sang Pemimpi", "Andrea Hirata", ""),
    ];

    private static byte[] Save(string name, string text)
    {
        var (_, encoding, hasMark) = Encodings.Single(encoding => encoding.Name == name);
        return [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
    }
}
