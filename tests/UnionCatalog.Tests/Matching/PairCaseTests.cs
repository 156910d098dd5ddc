using UnionCatalog.Records;

namespace UnionCatalog.Tests.Matching;

/// <summary>What the labelled pairs must be for measurements on them to say anything.</summary>
internal sealed class PairCaseTests
{
    private static readonly List<PairCase> Pairs = [.. PairCase.ReadAll(Places.Case("Matching/pairs"))];

    [Test]
    public void The_pairs_are_many_and_about_half_of_them_are_of_one_edition() => Assert.Multiple(() =>
    {
        Assert.That(Pairs, Has.Count.AtLeast(600));
        Assert.That(Pairs.Count(pair => pair.IsSame) / (double)Pairs.Count, Is.InRange(0.45, 0.55));
    });

    [Test]
    public void Every_kind_has_eight_pairs_at_least() =>
        Assert.That(Pairs.GroupBy(pair => pair.Kind).Where(kind => kind.Count() < 8).Select(kind => $"{kind.Key}: {kind.Count()}"), Is.Empty);

    [Test]
    public void Every_pair_has_a_reason_and_a_kind_in_lower_case() => Assert.Multiple(() =>
    {
        Assert.That(Pairs.Where(pair => pair.Why.Length < 10), Is.Empty);
        Assert.That(Pairs.Where(pair => !pair.Kind.All(c => char.IsAsciiLetterLower(c) || c == '-')), Is.Empty);
    });

    [Test]
    public void No_two_pairs_are_the_same()
    {
        var twice = Pairs.GroupBy(pair => string.CompareOrdinal(pair.Text.Left, pair.Text.Right) < 0 ? pair.Text : (pair.Text.Right, pair.Text.Left))
            .Where(pairs => pairs.Count() > 1)
            .Select(pairs => string.Join(" = ", pairs.Select(pair => $"{pair.File}:{pair.Line}")));

        Assert.That(twice, Is.Empty);
    }

    [Test]
    public void Every_ISBN_and_ISSN_is_right_except_where_that_is_the_case()
    {
        var wrong = from pair in Pairs
                    where pair.Kind != "isbn-invalid"
                    from identifier in pair.Left.Identifiers.Concat(pair.Right.Identifiers)
                    where identifier is { IsValid: false, Kind: IdentifierKind.Isbn or IdentifierKind.Issn }
                    select $"{pair.File}:{pair.Line} {identifier.Raw}";

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Enough_pairs_have_no_ISBN_and_enough_have_Dublin_Core() => Assert.Multiple(() =>
    {
        Assert.That(Pairs.Count(pair => !HasIsbn(pair.Left) && !HasIsbn(pair.Right)), Is.AtLeast(Pairs.Count * 0.3));
        Assert.That(Pairs.Count(pair => IsDublinCore(pair.Text.Left) || IsDublinCore(pair.Text.Right)), Is.AtLeast(Pairs.Count * 0.15));
    });

    private static bool HasIsbn(BibRecord record) => record.Identifiers.Any(identifier => identifier.Kind == IdentifierKind.Isbn);

    private static bool IsDublinCore(string text) => text.StartsWith("dc | ", StringComparison.Ordinal);
}
