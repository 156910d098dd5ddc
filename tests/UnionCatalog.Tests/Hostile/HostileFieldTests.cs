using System.Collections;
using System.Reflection;
using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Search;
using UnionCatalog.Store;
using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Hostile;

/// <summary>The hostile catalogue is hostile in every field that can hold a text: one that is added later must be planted as well.</summary>
public sealed class HostileFieldTests
{
    /// <summary>What cannot hold any text but a checked one: codes, numbers whose check digit is right, terms of a list.</summary>
    private static readonly string[] Checked = ["BibRecord.Languages", "SeriesStatement.Issn"];

    [Test]
    public void Every_text_of_a_description_and_of_a_holding_is_planted()
    {
        var records = from format in Enum.GetValues<MetadataFormat>()
                      from attack in HostileCatalog.Attacks.Index()
                      select RecordReader.Read(format, HostileRecords.Of(format, attack.Item, attack.Index), Holdings);

        Assert.That(TextsOf(typeof(BibRecord)).Except(Checked).Except(records.OfType<RecordReading.Readable>().SelectMany(reading => Planted(reading.Record))), Is.Empty);
    }

    [Test]
    public async Task Every_one_of_them_is_in_the_catalogue()
    {
        var service = await HostileCatalog.Service;
        var catalog = (CatalogSearch)service.Services.GetService(typeof(CatalogSearch))!;
        var entries = (await service.WalkAsync("")).ConvertAll(edition => catalog.Find(new ClusterId(edition.Id()))!);

        Assert.That(TextsOf(typeof(BibRecord)).Except(Checked).Except(entries.SelectMany(entry => Planted(entry.Description).Concat(entry.Libraries.SelectMany(held => held.Holdings).SelectMany(Planted)))), Is.Empty);
    }

    [Test]
    public async Task Every_text_of_a_member_is_planted()
    {
        var members = (await HostileCatalog.Service).Members.All;

        Assert.That(TextsOf(typeof(Member)).Except(Settings).Except(members.SelectMany(Planted)), Is.Empty);
        Assert.That(members.Select(member => member.Website!.OriginalString), Has.All.Contain("<script>"));
    }

    /// <summary>What no page shows: how a member is harvested, and what is kept of its password.</summary>
    private static readonly string[] Settings = ["Member.PasswordHash"];

    private static HoldingsMapping Holdings => new()
    {
        ItemTag = "952", Branch = "a", ShelfLocation = "c", CallNumber = "o", Barcode = "p", Note = "z", Status = "7", CallNumberInIdentifier = true, BarcodesInHasPart = true,
    };

    /// <summary>The properties that hold texts, of a type and of all that it is made of.</summary>
    private static IEnumerable<string> TextsOf(Type type, HashSet<Type>? seen = null)
    {
        seen ??= [];
        return !seen.Add(type) ? [] : type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property =>
            Part(property.PropertyType) is var part && part == typeof(string) ? [$"{type.Name}.{property.Name}"] : IsOurs(part) ? TextsOf(part, seen) : []);
    }

    private static IEnumerable<string> Planted(object described) => described.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property =>
        Values(property.GetValue(described)).SelectMany(value => value switch
        {
            string text when text.Contains(HostileCatalog.Mark, StringComparison.Ordinal) => [$"{described.GetType().Name}.{property.Name}"],
            not null and not string when IsOurs(value.GetType()) => Planted(value),
            _ => [],
        }));

    private static IEnumerable<object?> Values(object? value) => value is IEnumerable list and not string ? list.Cast<object?>() : [value];

    private static Type Part(Type type) => Nullable.GetUnderlyingType(type) ?? (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments()[0] : type);

    private static bool IsOurs(Type type) =>
        !type.IsEnum && (type.Namespace == typeof(BibRecord).Namespace || type == typeof(VisitorInformation)) && type != typeof(SourceId) && type != typeof(HoldingsMapping);
}
