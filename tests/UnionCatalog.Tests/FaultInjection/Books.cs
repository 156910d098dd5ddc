using System.Globalization;
using UnionCatalog.Tests.Harvesting;
using OaiPages = UnionCatalog.Tests.Harvesting.Pages;

namespace UnionCatalog.Tests.FaultInjection;

/// <summary>The eight books of a small library, on two pages; the last two came after the first harvest.</summary>
internal static class Books
{
    public const string LastTitle = "Café Blora: cerita dari ujung jalan";

    private static readonly string[] Titles =
    [
        "Laskar Pelangi", "Bumi Manusia", "Ronggeng Dukuh Paruk", "Kimia Organik untuk SMA",
        "Rumah Kaca", "Arok Dedes", "Perahu Kertas", LastTitle,
    ];

    /// <summary>Books 1 to 4, and where the list goes on.</summary>
    public static Answer FirstPage { get; } = Answers.Page(List(Records(1, 4), "p2"));

    /// <summary>Books 5 and 6, which end the list.</summary>
    public static Answer SecondPageOfOld { get; } = Answers.Page(List(Records(5, 2), ""));

    /// <summary>Books 5 to 8, which end the list.</summary>
    public static Reply SecondReply { get; } = List(Records(5, 4), "");

    public static Answer SecondPage { get; } = Answers.Page(SecondReply);

    public static IEnumerable<string> Identifiers => Enumerable.Range(1, Titles.Length).Select(Identifier);

    public static string Identifier(int number) => string.Create(CultureInfo.InvariantCulture, $"oai:x:{number}");

    public static Reply List(string records, string token) => OaiPages.List(records, token);

    public static string Records(int first, int count) => string.Concat(Enumerable.Range(first, count).Select(number => Record(number)));

    /// <summary>One book, whose title may be told otherwise.</summary>
    public static string Record(int number, string? title = null) => OaiPages.Record(
        Identifier(number), OaiPages.Dublin.Replace("Laskar Pelangi", title ?? Titles[number - 1], StringComparison.Ordinal));

    /// <summary>The second page with something else in place of the last book's record.</summary>
    public static Reply SecondReplyWith(string record) => List(Records(5, 3) + record, "");
}
