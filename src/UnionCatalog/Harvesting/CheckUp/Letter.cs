using UnionCatalog.Records;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>
/// The letter to a school's librarian, in plain text: what was seen, what to switch on or mend and how, and how the books will look.
/// </summary>
public static class Letter
{
    private const int Width = 72;

    /// <summary>Writes it, in every language that is spoken here, the network's own first.</summary>
    public static string Write(CheckUpResult result) =>
        string.Join($"\n{new string('-', Width)}\n\n", CheckUpTexts.All.Select(texts => string.Join('\n', Lines(result, texts)) + "\n"));

    private static IEnumerable<string> Lines(CheckUpResult result, CheckUpTexts texts) =>
    [
        To(result.Name ?? (result.Address ?? result.Asked).Host, texts),
        "",
        .. Paragraph.Wrap(texts.Fill("letter.opening", ("address", result.Asked.AbsoluteUri)), Width),
        "",
        .. Paragraph.Wrap(texts[$"letter.{result.Verdict}"], Width),
        .. Tasks(result, texts, "letter.must", Weight.Stop, Weight.Care),
        .. SwitchingOn(result, texts),
        .. Tasks(result, texts, "letter.may", Weight.Note),
        .. Samples(result, texts),
        "",
        .. Paragraph.Wrap(texts[result.Verdict == Verdict.NotYet ? "letter.again" : "letter.next"], Width),
        "",
        texts["letter.closing"],
    ];

    /// <summary>Many a name says already that it is a library: "Kepada pengelola perpustakaan Perpustakaan …" reads badly.</summary>
    private static string To(string name, CheckUpTexts texts) =>
        texts.Fill(name.Contains("perpustakaan", StringComparison.OrdinalIgnoreCase) ? "letter.to-library" : "letter.to", ("name", name));

    private static IEnumerable<string> Tasks(CheckUpResult result, CheckUpTexts texts, string title, params Weight[] weights)
    {
        var tasks = result.Findings.Where(finding => weights.Contains(CheckUpTexts.WeightOf(finding)))
            .Select(texts.Explain).Where(finding => finding.Do is not null).ToList();
        if (tasks.Count == 0)
        {
            return [];
        }

        return
        [
            "",
            texts[title],
            .. tasks.SelectMany((task, number) => (string[])
            [
                "",
                .. Paragraph.Hang($"{number + 1}. ".PadLeft(4), $"{task.Seen} {task.Means}".Trim(), Width),
                .. Paragraph.Hang("    > ", task.Do!, Width),
            ]),
        ];
    }

    private static IEnumerable<string> SwitchingOn(CheckUpResult result, CheckUpTexts texts) => !NeedsSwitchingOn(result) ? [] :
    [
        "",
        texts.Fill("letter.steps", ("system", result.System?.Name ?? texts["letter.your-system"])),
        "",
        .. texts.Steps(result.System).SelectMany((step, number) => Paragraph.Hang($"{number + 1}. ".PadLeft(4), step, Width)),
    ];

    private static bool NeedsSwitchingOn(CheckUpResult result) =>
        result.Address is null && result.Findings.Any(finding => finding.Code is "switched-off" or "web-page" or "no-page" or "not-oai" or "login-page");

    private static IEnumerable<string> Samples(CheckUpResult result, CheckUpTexts texts) => result.Samples.Count == 0 ? [] :
    [
        "",
        .. Paragraph.Wrap(texts["letter.samples"], Width),
        .. result.Samples.SelectMany(sample => (string[])["", .. SampleLines.Of(sample, texts).SelectMany(line => Paragraph.Hang("    ", line, Width))]),
    ];
}

/// <summary>A record as it will be found, in a few lines.</summary>
public static class SampleLines
{
    /// <summary>Title, names and imprint, ISBN, call number and items: what there is of them, and what is missing.</summary>
    public static IEnumerable<string> Of(BibRecord record, CheckUpTexts texts)
    {
        yield return record.Title.Remainder is { } rest ? $"{record.Title.Proper} : {rest}" : record.Title.Proper;
        var by = string.Join(" ; ", record.Contributors.Take(3).Select(one => one.Name));
        var issued = string.Join(", ", new[] { record.Publications.Select(one => one.Publisher).FirstOrDefault(one => one is not null), $"{record.Year}" }.Where(part => !string.IsNullOrEmpty(part)));
        if (by.Length + issued.Length > 0)
        {
            yield return string.Join(" – ", new[] { by, issued }.Where(part => part.Length > 0));
        }

        var isbn = record.Identifiers.FirstOrDefault(one => one.Kind == IdentifierKind.Isbn);
        yield return $"ISBN: {(isbn is null ? texts["sample.none"] : isbn.IsValid ? isbn.Value : $"{isbn.Raw} ({texts["sample.wrong"]})")}";
        yield return $"{texts["sample.call-number"]}: {record.Holdings.Select(one => one.CallNumber).FirstOrDefault(one => one is not null) ?? texts["sample.none"]}";
        var items = record.Holdings.Count(one => one.Barcode is not null);
        yield return $"{texts["sample.items"]}: {(items == 0 ? texts["sample.none"] : texts.Number(items))}";
    }
}
