using System.Globalization;
using Spectre.Console;
using UnionCatalog.Causes;
using UnionCatalog.Harvesting.Files;
using UnionCatalog.Records;
using UnionCatalog.Records.Rows;

namespace UnionCatalog.Server.Commands;

/// <summary>Prints what would come of a file: what it is, how its columns are read, the first records, what is wrong.</summary>
internal static class PreviewView
{
    private const int MostProblems = 20;

    public static void Print(string name, FilePreview preview)
    {
        if (preview.Kind is { } kind)
        {
            Terminal.WriteLine($"{name}: {Describe(kind, preview.Layout)}");
        }

        if (preview.Layout is { } layout)
        {
            Terminal.WriteLine();
            Terminal.Write(DrawColumns(layout, preview.Samples));
        }

        if (preview.First.Count > 0)
        {
            PrintRecords(preview);
        }

        if (preview.Fault is { } fault)
        {
            Terminal.WriteLine();
            Terminal.WriteLine(CauseCatalogue.English.Explain(fault).ToString());
        }

        PrintProblems(preview);
    }

    private static string Describe(FileKind kind, TableLayout? layout) => kind switch
    {
        FileKind.Iso2709 => "MARC 21 in ISO 2709.",
        FileKind.Xml => "records in XML.",
        _ when layout!.HeadingLine == 0 => $"a table from SLiMS's data export, {layout.Encoding.WebName}.",
        _ => $"a table, {layout.Encoding.WebName}, columns parted by {Name(layout.Delimiter)}, headings in line {layout.HeadingLine}.",
    };

    private static string Name(char delimiter) => delimiter switch
    {
        ',' => "commas",
        ';' => "semicolons",
        '\t' => "tabs",
        _ => $"\"{delimiter}\"",
    };

    private static Table DrawColumns(TableLayout layout, IReadOnlyList<IReadOnlyList<string>> samples)
    {
        var table = new Table().Border(Terminal.Border).AddColumns("Column", "Read as", "For example");
        foreach (var column in layout.Columns.Where(column => samples[column.Index].Count > 0 || column.Field is not null))
        {
            table.AddRow(
                new Text(Terminal.Plain(column.Heading)),
                new Text(column.Field switch { null => "(kept, not searched)", RowField.RowNumber => "(not kept)", { } field => FieldName(field) }),
                new Text(Terminal.Plain(string.Join(" | ", samples[column.Index].Select(Shorten)))));
        }

        return table;
    }

    /// <summary>As the member's configuration writes it.</summary>
    private static string FieldName(RowField field) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(field.ToString());

    private static string Shorten(string cell) => cell.Length <= 30 ? cell : cell[..29] + "…";

    private static void PrintRecords(FilePreview preview)
    {
        Terminal.WriteLine();
        Terminal.WriteLine("The first records, as readers will find them:");
        foreach (var record in preview.First)
        {
            Terminal.WriteLine($"  {Describe(record)}");
        }

        Terminal.WriteLine();
        Terminal.WriteLine($"{Count.Of(preview.Records, "record")} with {Count.Of(preview.Holdings, "holding")}{(preview.Deleted > 0 ? $", {Count.Plain(preview.Deleted)} deleted" : "")}.");
    }

    private static string Describe(BibRecord record)
    {
        var title = string.Join(": ", new[] { record.Title.Proper, record.Title.Remainder }.OfType<string>());
        string?[] facts =
        [
            record.Title.PartNumber,
            string.Join("; ", record.Contributors.Select(name => name.Name)),
            string.Join(": ", record.Publications.Take(1).SelectMany(publication => new[] { publication.Place, publication.Publisher }).OfType<string>()),
            record.Year?.ToString(CultureInfo.InvariantCulture),
            record.Identifiers.Where(identifier => identifier.IsValid).Select(identifier => identifier.Value).FirstOrDefault(),
            record.Holdings.Select(holding => holding.CallNumber).FirstOrDefault(number => number is not null),
            record.Holdings.Count(holding => holding.Barcode is not null) is > 0 and var items ? Count.Of(items, "item") : record.Holdings.Select(holding => holding.Note).FirstOrDefault(),
        ];
        return string.Join(" — ", facts.Where(fact => !string.IsNullOrEmpty(fact)).Prepend(title));
    }

    private static void PrintProblems(FilePreview preview)
    {
        if (preview.SetAside == 0 && preview.Warnings == 0)
        {
            return;
        }

        Terminal.WriteLine();
        string?[] counts =
        [
            preview.SetAside > 0 ? $"{Count.Of(preview.SetAside, "row or record", "rows or records")} would be set aside" : null,
            preview.Warnings > 0 ? $"{Count.Of(preview.Warnings, "smaller fault")} in {(preview.SetAside > 0 ? "the others" : "records that are taken")}" : null,
        ];
        Terminal.WriteLine($"{string.Join(", ", counts.OfType<string>())}:");
        foreach (var problem in preview.Problems.OrderByDescending(problem => problem.IsSetAside).Take(MostProblems))
        {
            Terminal.WriteLine($"  {problem.Place}: {problem.Words}");
        }

        if (preview.SetAside + preview.Warnings is var all && all > MostProblems)
        {
            Terminal.WriteLine($"  … and {Count.Plain(all - MostProblems)} more.");
        }
    }
}
