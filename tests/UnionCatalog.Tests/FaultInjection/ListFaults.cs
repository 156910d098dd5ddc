using UnionCatalog.Tests.Harvesting;
using OaiPages = UnionCatalog.Tests.Harvesting.Pages;

namespace UnionCatalog.Tests.FaultInjection;

/// <summary>What can be wrong with a list, page for page well-formed.</summary>
internal static class ListFaults
{
    public static IEnumerable<Fault> All =>
    [
        Second("A token that comes again and again", "goes round in a circle", _ => Books.List(Books.Records(5, 4), "p2")),
        Second("A circle of three tokens", "goes round in a circle", number => Books.List(Books.Records(5, 4), $"t{number % 3}")),
        Second("New tokens without end", "more than 200 pages", number => Books.List(Books.Records(5, 4), $"t{number}")),
        Second("Empty pages without end", "10 empty pages in a row", number => Books.List("", $"t{number}")),
        Second("A token of a million characters", "of 1,000,000 characters, more than a web address can have", _ => Books.List(Books.Records(5, 4), new string('t', 1_000_000))),
        Second("A list that ends far too early", "should have 100 records but ended after 8", _ => OaiPages.List(Books.Records(5, 4), "", 100)),
        Second("An end in the middle of the list", "In the middle of the list", _ => OaiPages.Error("noRecordsMatch")),
        Second("A token that is forgotten every time", "forgot again and again", _ => OaiPages.Error("badResumptionToken")),
    ];

    private static Fault Second(string name, string words, Func<int, Reply> page)
    {
        var number = 0;
        return new(name, Outcome.Failed, words, road => road.Server.SecondPage = conversation => Answers.Page(page(++number))(conversation));
    }
}
