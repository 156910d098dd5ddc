using System.Globalization;
using UnionCatalog.Members;

namespace UnionCatalog.Tests.Harvesting.Sru;

/// <summary>Replies and members of SRU made for tests.</summary>
internal static class SruPages
{
    /// <summary>A reply of SRU 1.1, or of 2.0 where the precision of its size is told.</summary>
    /// <param name="inside">Records, or diagnostics.</param>
    /// <param name="options">"size", "next" and "precision" as they are told.</param>
    public static string Wrap(string inside, IReadOnlyDictionary<string, string> options)
    {
        string Told(string option, string name) => options.TryGetValue(option, out var value) ? $"<{name}>{value}</{name}>" : "";
        var records = inside.StartsWith("<diagnostics", StringComparison.Ordinal) ? inside : $"<records>{inside}</records>";
        return $"""<?xml version="1.0" encoding="UTF-8"?><searchRetrieveResponse xmlns="http://www.loc.gov/zing/srw/"><version>1.1</version>"""
            + Told("size", "numberOfRecords") + records + Told("next", "nextRecordPosition") + Told("precision", "resultCountPrecision")
            + "</searchRetrieveResponse>";
    }

    /// <summary>A page of the records with these numbers, of so many.</summary>
    public static Reply List(IEnumerable<int> numbers, long size) =>
        new(Wrap(string.Concat(numbers.Select(number => Marc(Text(number)))), new Dictionary<string, string> { ["size"] = size.ToString(CultureInfo.InvariantCulture) }));

    public static Reply Diagnostic(int code, long? size = null) => new(Wrap(
        $"""<diagnostics><diagnostic xmlns="http://www.loc.gov/zing/srw/diagnostic/"><uri>info:srw/diagnostic/1/{code}</uri></diagnostic></diagnostics>""",
        size is { } number ? new Dictionary<string, string> { ["size"] = number.ToString(CultureInfo.InvariantCulture) } : []));

    /// <summary>"1..50", "7" or a control number; "1..50 from 1" tells their positions as well, the first being 1.</summary>
    public static string Marc(string which)
    {
        var (numbers, position) = which.Split(" from ") is [var left, var right] ? (left, int.Parse(right, CultureInfo.InvariantCulture)) : (which, default(int?));
        var ends = numbers.Split("..");
        var all = ends.Length == 2 ? Enumerable.Range(Number(ends[0]), 1 + Number(ends[1]) - Number(ends[0])).Select(Text) : [numbers];
        return string.Concat(all.Select((number, at) => Record(number, position + at)));
    }

    /// <summary>A member whose requests may take longer than <see cref="FakeTime"/> lets pass.</summary>
    public static Member Member(Uri address, Func<SruSource, SruSource>? change = null)
    {
        var source = new SruSource { BaseUrl = address, RecordSchema = "marcxml", RequestTimeout = TimeSpan.FromHours(2) };
        return Pages.Member(address) with { Source = change is null ? source : change(source) };
    }

    private static string Record(string number, int? position)
    {
        var place = position is null ? "" : $"<recordPosition>{position}</recordPosition>";
        return $"""<record><recordSchema>marcxml</recordSchema><recordPacking>xml</recordPacking><recordData><record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">{number}</controlfield><datafield tag="245" ind1="0" ind2="0"><subfield code="a">Buku {number}</subfield></datafield></record></recordData>{place}</record>""";
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
