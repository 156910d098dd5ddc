using UnionCatalog.Matching;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Records;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Matching.Clusters;

/// <summary>Two descriptions of which matching is unsure, whatever its weights: the first such pair of many that differ more and more.</summary>
internal static class UnsurePair
{
    private static readonly string[] Titles = ["Laskar pelangi", "Perjalanan ke barat", "Hujan bulan Juni", "Cantik itu luka", "Negeri lima menara"];

    private static readonly (string, string)[] Common = [("creator", "Andrea Hirata")];

    private static readonly (string, string)[][] Additions =
    [
        [], [("publisher", "Bentang")], [("date", "2005")], [("publisher", "Bentang"), ("date", "2005")], [("publisher", "Gramedia"), ("date", "2007")],
        [("publisher", "Bentang"), ("date", "2009")], [("publisher", "Bentang"), ("date", "2005"), ("description", "529 hlm.")],
    ];

    private static readonly ((string, string)[] Left, (string, string)[] Right, int Weight) Found = Find();

    /// <summary>The evidence between the two.</summary>
    public static int Weight => Found.Weight;

    /// <summary>The one, by this title of some, with so many items named.</summary>
    public static HarvestedRecord Left(string identifier, int title = 0, int items = 0) =>
        Record(identifier, title, [.. Found.Left, .. Enumerable.Range(0, items).Select(item => ("hasPart", $"{identifier}-{item}"))]);

    /// <summary>The other.</summary>
    public static HarvestedRecord Right(string identifier, int title = 0) => Record(identifier, title, Found.Right);

    private static HarvestedRecord Record(string identifier, int title, (string, string)[] facts) =>
        Catalogue.Record("sma", identifier, [("title", Titles[title]), .. Common, .. facts]);

    private static ((string, string)[] Left, (string, string)[] Right, int Weight) Find()
    {
        foreach (var left in Additions)
        {
            foreach (var right in Additions)
            {
                var judgement = PairComparer.Judge(Features(left), Features(right));
                if (judgement.Outcome == Outcome.Unsure && Enumerable.Range(0, Titles.Length).All(title => IsUnsure(title, left, right)) && !IsPoor(left) && !IsPoor(right))
                {
                    return (left, right, judgement.Weight);
                }
            }
        }

        throw new InconclusiveException("Matching is sure of every pair tried here.");
    }

    private static bool IsUnsure(int title, (string, string)[] left, (string, string)[] right) =>
        PairComparer.Judge(Features(left, title), Features(right, title)).Outcome == Outcome.Unsure;

    private static bool IsPoor((string, string)[] facts) => PairComparer.Judge(Features(facts), Features(facts)).Outcome != Outcome.Same;

    private static MatchFeatures Features((string, string)[] facts, int title = 0)
    {
        var live = (HarvestedRecord.Live)Record("x", title, facts);
        return MatchFeatures.From(((RecordReading.Readable)RecordReader.Read(live.Format, live.Metadata, new HoldingsMapping())).Record);
    }
}
