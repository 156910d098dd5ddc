using System.Text.RegularExpressions;
using UnionCatalog.Exporting;
using UnionCatalog.Matching.Candidates;
using UnionCatalog.Matching.Comparison;
using UnionCatalog.Matching.Deciding;
using UnionCatalog.Matching.Explaining;
using UnionCatalog.Matching.Features;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Records.Rows;
using UnionCatalog.Records.Text;
using UnionCatalog.Reports;
using UnionCatalog.Search;
using UnionCatalog.Search.Browsing;
using UnionCatalog.Server.Api;
using UnionCatalog.Server.Docs;
using UnionCatalog.Server.Pages;
using UnionCatalog.Server.Widget;
using UnionCatalog.Store;

namespace UnionCatalog.Tests.Pages;

/// <summary>What the pages say: the same keys in both languages, each of them used, each that is used there.</summary>
public sealed partial class PageTextsTests
{
    /// <summary>Keys made of a value, and the values.</summary>
    private static readonly IEnumerable<string> Composed =
    [
        .. Enum.GetValues<SearchFacet>().Select(facet => "facet." + SearchParameters.NameOf(facet)),
        .. Enum.GetValues<SearchField>().Select(field => "field." + SearchParameters.NameOf(field)),
        .. Enum.GetValues<SearchSort>().Select(sort => "sort." + SearchParameters.NameOf(sort)),
        .. Enum.GetValues<LibraryKind>().Select(kind => "kind." + LibraryKindNames.Of(kind)),
        .. Enum.GetValues<ResourceFormat>().Select(format => "format." + format.ToString().ToLowerInvariant()),
        .. AudienceLevels.All.Select(level => "audience." + level),
        .. ExportForms.All.Select(form => "form." + form.Name),
        .. BibliographyRequest.Groups.Select(group => "group." + group),
        .. BibliographyRequest.Groups.Where(group => group != "none").Select(group => "bibliography.none." + group),
        .. Enum.GetValues<RowField>().Select(field => "column." + System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(field.ToString())),
        .. Enum.GetValues<ItemStatus>().Select(status => "status." + SearchParameters.NameOf(status)),
        .. Enum.GetValues<NightOutcome>().Select(outcome => "outcome." + NightWords.NameOf(outcome)),
        .. Enum.GetValues<NeedKind>().Select(kind => "need." + NightWords.NameOf(kind)),
        .. Enum.GetValues<SearchFault>().Where(fault => fault != SearchFault.Other).Select(fault => "fault." + SearchParameters.NameOf(fault)),
        .. FaultWords.Parts.Select(part => "parameter." + part),
        .. Matching<Feature>("feature"), .. Matching<Level>("level"), .. Matching<Outcome>("outcome"), .. Matching<Veto>("veto"), .. Matching<BlockFamily>("block"),
        .. Matching<PartKind>("part"), .. Matching<PairStanding>("standing"), .. Matching<RecordAbsence>("absence"), .. Matching<DecisionFault>("fault"),
        .. Matching<OverrideKind>("decision"),
        .. Enum.GetValues<BrowseList>().SelectMany(list => new[] { "list", "hint" }.Select(group => $"browse.{group}.{SearchParameters.NameOf(list)}")),
        .. Enumerable.Range(0, 10).Select(main => $"class.{main}00"), .. HelpPage.Topics.Select(topic => topic + ".example"),
        .. DocSection.All.SelectMany(section => new[] { "docs." + section.Name, $"docs.{section.Name}.lead" }), .. DocsPage.Rules.Select(rule => "docs." + rule),
        .. DocSection.All.SelectMany(section => section.Parameters).Select(parameter => "docs.parameter." + parameter.Text),
        .. Enum.GetValues<OpacSystem>().SelectMany(system => new[] { "system", "place", "policy", "link" }.Select(group => $"widget.{group}.{SearchParameters.NameOf(system)}")),
    ];

    private static IEnumerable<string> Matching<T>(string group)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => $"match.{group}.{NightWords.NameOf(value)}");

    [Test]
    public void Both_languages_have_the_same_keys_in_the_same_order() =>
        Assert.That(PageTexts.All[1].Keys, Is.EqualTo(PageTexts.All[0].Keys));

    [Test]
    public void Every_key_that_a_page_uses_is_there_and_every_key_there_is_used()
    {
        var groups = PageTexts.All[0].Keys.Select(key => key.Split('.')[0]).ToHashSet();
        var source = string.Join('\n', new[] { "Pages", "Commands", "Docs", "Feeds", "Limits", "Widget" }.SelectMany(room => Directory.EnumerateFiles(Path.Combine(Places.Root, "src", "UnionCatalog.Server", room)))
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal)).Select(File.ReadAllText));
        var counted = Counted().Matches(source).SelectMany(match => new[] { match.Groups["key"].Value + ".one", match.Groups["key"].Value + ".many" }).ToHashSet();
        var named = Dotted().Matches(Counted().Replace(source, "")).Select(match => match.Groups["key"].Value).Where(key => groups.Contains(key.Split('.')[0]));
        var used = counted.Concat(named).Concat(Composed).ToHashSet();

        // Roles come from records; those that have a word of their own are found by Find, and others are shown as they are.
        Assert.That(PageTexts.All[0].Keys.Where(key => !key.StartsWith("role.", StringComparison.Ordinal)), Is.EquivalentTo(used));
    }

    [Test]
    public void Each_text_takes_the_same_parts_in_both_languages()
    {
        foreach (var key in PageTexts.All[0].Keys)
        {
            Assert.That(PartsOf(PageTexts.All[1][key]), Is.EquivalentTo(PartsOf(PageTexts.All[0][key])), key);
        }

        static IEnumerable<string> PartsOf(string text) => Part().Matches(text).Select(match => match.Value);
    }

    [Test]
    public void No_text_is_empty() =>
        Assert.That(PageTexts.All.SelectMany(texts => texts.Keys.Where(key => string.IsNullOrWhiteSpace(texts[key]))), Is.Empty);

    [GeneratedRegex("\\.Count\\(\"(?<key>[a-z.-]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex("\"(?<key>[a-z]+(?:\\.[a-z][a-zA-Z-]*)+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    [GeneratedRegex("""\{[0-9][^}]*\}""", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
