using System.Globalization;
using UnionCatalog.Records;

namespace UnionCatalog.Tests.Records;

/// <summary>A record as lines of field=value, every field that is not empty, in a fixed order.</summary>
internal static class RecordLines
{
    public static IEnumerable<string> Of(RecordReading reading) => reading switch
    {
        RecordReading.Readable readable => Of(readable.Record).Concat(readable.Warnings.Select(warning => $"warning={warning}")),
        RecordReading.Unreadable unreadable => [$"unreadable={unreadable.Error.Reason}"],
        _ => throw new ArgumentOutOfRangeException(nameof(reading)),
    };

    public static IEnumerable<string> Of(BibRecord record) => Fields(record)
        .Where(field => !string.IsNullOrEmpty(field.Value))
        .Select(field => $"{field.Name}={field.Value}");

    private static IEnumerable<(string Name, string? Value)> Fields(BibRecord record) =>
    [
        .. record.ControlNumbers.Select(n => ("control", Join(n.Number, n.Agency))),
        .. record.Identifiers.Select(i => (i.Kind.ToString().ToLowerInvariant(), (string?)(i.Value + (i.IsValid ? "" : " !") + (i.Qualifier is null ? "" : $" ({i.Qualifier})")))),
        ("title", record.Title.Proper),
        ("remainder", record.Title.Remainder),
        ("part number", record.Title.PartNumber),
        ("part name", record.Title.PartName),
        ("parallel", record.Title.Parallel),
        .. record.WorkTitles.Select(w => ($"{w.Kind.ToString().ToLowerInvariant()} title", (string?)w.Text)),
        ("nonfiling", record.Title.NonFiling == 0 ? null : record.Title.NonFiling.ToString(CultureInfo.InvariantCulture)),
        ("responsibility", record.Responsibility),
        .. record.Contributors.Select(c => (
            $"{(c.IsMain ? "main " : "")}{c.Kind.ToString().ToLowerInvariant()}", (string?)Join(c.Name, c.Role, c.Dates))),
        ("edition", record.Edition),
        .. record.Publications.Select(p => ("publication", (string?)Join(p.Place ?? "-", p.Publisher ?? "-", p.Date ?? "-"))),
        ("year", record.Year?.ToString(CultureInfo.InvariantCulture)),
        ("extent", record.Extent?.Text),
        ("pages", record.Extent?.Pages?.ToString(CultureInfo.InvariantCulture)),
        .. record.Series.Select(s => ("series", (string?)Join(s.Title, s.Volume, s.Issn))),
        .. record.Subjects.Select(s => ("subject", (string?)Join(s.Text, s.Scheme))),
        .. record.Classifications.Select(c => (c.Scheme.ToString().ToLowerInvariant(), (string?)c.Number)),
        ("languages", string.Join(" ", record.Languages)),
        ("format", record.Format.ToString()),
        ("carrier", record.Carrier),
        ("audience", record.Audience),
        .. record.Notes.Select(n => ("note", (string?)n)),
        ("summary", record.Summary),
        ("contents", record.Contents),
        .. record.Links.Select(l => ($"link to {l.Kind}", (string?)Join(l.Address.AbsoluteUri, l.Label))),
        ("cover", record.Cover?.AbsoluteUri),
        .. record.Holdings.Select(h => ("holding", (string?)Join(
            $"branch {h.Branch ?? "-"}", $"shelf {h.ShelfLocation ?? "-"}", $"call number {h.CallNumber ?? "-"}", $"barcode {h.Barcode ?? "-"}", h.Note,
            h.Status == ItemStatus.Unknown ? null : h.Status.ToString(),
            h.Statements.Count == 0 ? null : string.Join("; ", h.Statements)))),
    ];

    private static string Join(params string?[] parts) => string.Join(" | ", parts.OfType<string>());
}
