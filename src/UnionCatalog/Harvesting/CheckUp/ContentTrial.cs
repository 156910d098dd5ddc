using System.Globalization;
using System.Text.RegularExpressions;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>Looks at what the records say: whether readers will find the books, and the books their shelves.</summary>
internal static partial class ContentTrial
{
    private const double Nearly = 0.95;
    private const double Half = 0.5;
    private const double Some = 0.02;
    private const int MostNamed = 5;

    public static void Run(Chart chart, IReadOnlyCollection<BibRecord> records, IReadOnlyCollection<SetAsideRecord> setAside)
    {
        if (setAside.Count > 0 && records.Count == 0)
        {
            chart.Find("none-readable", ("records", setAside.Count), ("why", setAside.First().Reason));
        }
        else if (setAside.Count > 0)
        {
            chart.Find(
                "records-unreadable",
                ("unreadable", setAside.Count),
                ("records", records.Count + setAside.Count),
                ("identifiers", string.Join(", ", setAside.Take(MostNamed).Select(record => Faults.Shorten(record.Identifier ?? "–")))));
        }

        var shares = RecordShares.Of(records);
        Check(chart, "few-titles", shares, shares.Titles, Nearly);
        Check(chart, "few-isbns", shares, shares.Isbns, Half);
        Check(chart, "few-call-numbers", shares, shares.CallNumbers, Half);
        if (shares.Items == 0 && shares.Records > 0)
        {
            chart.Find("no-items");
        }

        if (shares.BadIsbns > shares.Records * Some)
        {
            var example = records.SelectMany(record => record.Identifiers).First(one => one is { Kind: IdentifierKind.Isbn, IsValid: false });
            chart.Find("bad-isbns", ("bad", shares.BadIsbns), ("records", shares.Records), ("example", Faults.Shorten(example.Raw)));
        }

        if (chart.Pages.Count > 0)
        {
            CheckOrder(chart);
            CheckOverlap(chart);
        }
    }

    private static void Check(Chart chart, string code, RecordShares shares, int have, double least)
    {
        if (have < shares.Records * least)
        {
            chart.Find(code, ("have", have), ("lack", shares.Records - have), ("records", shares.Records));
        }
    }

    /// <summary>In a list that begins with the newest record every record that is added moves all the others by one.</summary>
    private static void CheckOrder(Chart chart)
    {
        var numbers = chart.Pages[0].Reply.Records.Select(record => Digits().Match(record.Identifier))
            .Where(match => match.Success).Select(match => long.Parse(match.Value, CultureInfo.InvariantCulture)).ToList();
        if (numbers.Count > 1 && numbers.Zip(numbers.Skip(1)).All(pair => pair.First > pair.Second))
        {
            chart.Find("newest-first");
        }
    }

    /// <summary>A list that is paged by offset and changes meanwhile shows some records twice, and others never.</summary>
    private static void CheckOverlap(Chart chart)
    {
        var identifiers = chart.Records.Where(record => record.Identifier.Length > 0).Select(record => record.Identifier).ToList();
        if (identifiers.Count - identifiers.Distinct().Count() is > 0 and var twice)
        {
            chart.Find("pages-overlap", ("twice", twice));
        }
    }

    [GeneratedRegex("[0-9]{1,18}$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
