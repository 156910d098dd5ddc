using System.Text;
using System.Text.RegularExpressions;
using UnionCatalog.Records;

namespace UnionCatalog.Matching.Evaluation.OtherRules;

/// <summary>What RecordManager compares of a record.</summary>
internal sealed partial class RecordManagerFeatures
{
    private const int LongWord = 4;
    private const int MostLongWords = 3;
    private const int LongestKey = 35;
    private const int TitleBytes = 255;
    private const int PagesApart = 10;
    private const double TitlesApart = 0.10;
    private const double AuthorsApart = 0.20;

    private static readonly string[] KnownAgencies = ["DLC", "OCoLC", "DNLM", "Uk", "CaOONL", "DE-101", "FI-MELINDA", "FR-PaBNF", "AuCNLKIN", "IdJkPNRI"];

    private readonly BibRecord _record;
    private readonly string _title;
    private readonly string _author;
    private readonly HashSet<string> _accepting;
    private readonly HashSet<string> _issns;

    private RecordManagerFeatures(BibRecord record)
    {
        _record = record;
        _title = RuleText.Joined(RuleText.FullTitle(record.Title));

        // Bodies are no authors to it.
        _author = RuleText.Joined(record.Contributors.FirstOrDefault(name => name.IsMain && name.Kind == ContributorKind.Person)?.Name);
        _accepting = [.. Isbns(record).Concat(Numbers(record))];
        _issns = [.. record.Identifiers.Where(id => id.Kind == IdentifierKind.Issn && id.IsValid).Select(id => id.Value)];
        Keys = [.. _accepting, .. TitleKey()];
    }

    /// <summary>The keys under which candidates are looked for: identifiers first.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>Reads them.</summary>
    public static RecordManagerFeatures Read(BibRecord record) => new(record);

    /// <summary>Whether a candidate is a duplicate of this record.</summary>
    public bool Accepts(RecordManagerFeatures other) =>
        _accepting.Overlaps(other._accepting)
        || !(Differ(_issns, other._issns)
            || Differ(_record.Year, other._record.Year)
            || (_record.Extent?.Pages is { } pages && other._record.Extent?.Pages is { } otherPages && Math.Abs(pages - otherPages) > PagesApart)
            || Differ(Series(_record), Series(other._record))
            || _title.Length == 0
            || RuleText.Distance(Shortened(_title), Shortened(other._title)) >= TitlesApart
            || AuthorsDiffer(other));

    private bool AuthorsDiffer(RecordManagerFeatures other) =>
        (_author.Length == 0) != (other._author.Length == 0) || RuleText.Distance(_author, other._author) > AuthorsApart;

    private static bool Differ(HashSet<string> left, HashSet<string> right) => left.Count > 0 && right.Count > 0 && !left.Overlaps(right);

    private static bool Differ(int? left, int? right) => left is not null && right is not null && left != right;

    // Of Dublin Core, whatever has ten to thirteen digits in a row counts as one.
    private static IEnumerable<string> Isbns(BibRecord record) =>
        record.Identifiers.Where(id => id.Kind == IdentifierKind.Isbn && id.IsValid).Select(id => "isbn:" + id.Value)
            .Concat(record.Identifiers.Where(id => id.Kind == IdentifierKind.Other).Select(id => DigitRun().Match(id.Raw)).Where(run => run.Success).Select(run => "isbn:" + run.Value));

    // 010, 015, 016 and 035 of agencies that number works, and 024.
    private static IEnumerable<string> Numbers(BibRecord record) =>
        record.ControlNumbers.Where(number => KnownAgencies.Contains(number.Agency)).Select(number => $"id:{number.Agency} {number.Number}")
            .Concat(record.Identifiers.Where(id => id.IsValid && id.Kind is IdentifierKind.Ismn or IdentifierKind.Doi).Select(id => $"id:{id.Kind} {id.Value}"));

    private static HashSet<string> Series(BibRecord record) => [.. record.Series.Select(series => RuleText.Joined(series.Title + " " + series.Volume))];

    private static string Shortened(string title) =>
        Encoding.UTF8.GetByteCount(title) <= TitleBytes ? title : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(title).AsSpan(0, TitleBytes));

    // Words until there are more than three long ones or 35 letters.
    private IEnumerable<string> TitleKey()
    {
        var (key, longWords) = (new StringBuilder(), 0);
        foreach (var word in RuleText.Words(RuleText.FullTitle(_record.Title)))
        {
            key.Append(word);
            longWords += word.Length >= LongWord ? 1 : 0;
            if (longWords > MostLongWords || key.Length > LongestKey)
            {
                break;
            }
        }

        return key.Length == 0 ? [] : [$"title:{key}/{_author}"];
    }

    [GeneratedRegex("(?<![0-9])[0-9]{9,12}[0-9Xx](?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex DigitRun();
}
