using System.Globalization;
using UnionCatalog.Records;

namespace UnionCatalog.Exporting.Citing;

/// <summary>What of an edition a reference names.</summary>
/// <param name="Authors">Who made it.</param>
/// <param name="Editors">Who edited it.</param>
/// <param name="Translators">Who translated it.</param>
/// <param name="Title">The title in one line.</param>
/// <param name="Edition">The edition, worded; null when it is the first or not told.</param>
/// <param name="Place">The place of publication; null when not known.</param>
/// <param name="Publisher">The publisher; null when not known.</param>
/// <param name="Year">The year; null when not known.</param>
internal sealed record CitedWork(
    IReadOnlyList<PersonName> Authors,
    IReadOnlyList<PersonName> Editors,
    IReadOnlyList<PersonName> Translators,
    string Title,
    string? Edition,
    string? Place,
    string? Publisher,
    string? Year)
{
    /// <summary>Whether the one author is the body that published it.</summary>
    public bool IsByPublisher => Authors is [{ Given: null } body] && body.Family.Equals(Publisher, StringComparison.OrdinalIgnoreCase);

    public static CitedWork Of(BibRecord description, CitationWords words)
    {
        var credits = Credits.Of(description);
        var imprint = description.Publications.FirstOrDefault(one => one.Publisher is not null) ?? (description.Publications is [var first, ..] ? first : null);
        return new CitedWork(
            Names(credits.Authors),
            Names(credits.Editors),
            Names(credits.Translators),
            description.Title.Proper.Length == 0 ? words.NoTitle : TitleLine.Of(description.Title),
            EditionWords.Of(description.Edition, words),
            imprint?.Place?.Trim('[', ']'),
            imprint?.Publisher?.Trim('[', ']'),
            description.Year?.ToString(CultureInfo.InvariantCulture));
    }

    private static IReadOnlyList<PersonName> Names(IReadOnlyList<Contributor> names) =>
        [.. names.Select(one => one.Kind == ContributorKind.Person ? PersonName.Read(one.Name) : new PersonName(one.Name, null))];
}
