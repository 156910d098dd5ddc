using System.Globalization;
using UnionCatalog.Records;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Tests.Records.Text;

internal sealed class TextCases
{
    [Test]
    public void Isbns_are_read_as_the_cases_say() =>
        CaseFile.Check("Records/Text/isbn.tsv", field => Show(IdentifierParser.ReadIsbns(field)));

    [Test]
    public void Issns_are_read_as_the_cases_say() =>
        CaseFile.Check("Records/Text/issn.tsv", field => Show(IdentifierParser.ReadIssns(field)));

    [Test]
    public void Years_are_found_as_the_cases_say() =>
        CaseFile.Check("Records/Text/year.tsv", date => Show(DescriptionText.FindYear(date)));

    [Test]
    public void Pages_are_counted_as_the_cases_say() =>
        CaseFile.Check("Records/Text/pages.tsv", text => Show(DescriptionText.ReadExtent(text).Pages));

    [Test]
    public void Languages_are_found_as_the_cases_say() =>
        CaseFile.Check("Records/Text/language.tsv", name => LanguageCodes.Find(name) ?? "");

    [Test]
    public void Audiences_are_found_as_the_cases_say() =>
        CaseFile.Check("Records/Text/audience.tsv", audience => string.Join(" | ", AudienceLevels.Find(audience)));

    [Test]
    public void Places_and_publishers_are_stated_as_the_cases_say() =>
        CaseFile.Check("Records/Text/imprint.tsv", text => ImprintText.Stated(text) ?? "");

    [Test]
    public void Original_titles_are_found_as_the_cases_say() =>
        CaseFile.Check("Records/Text/original-titles.tsv", note => WorkTitleTexts.FindOriginal(note) ?? "");

    [Test]
    public void Text_is_cleaned_as_the_cases_say() =>
        CaseFile.Check("Records/Text/clean.tsv", text => DescriptionText.Clean(text) ?? "");

    [Test]
    public void Raw_is_what_the_record_said() => Assert.That(
        IdentifierParser.ReadIsbns("ISBN 0-306-40615-2 (pbk.)")[0].Raw, Is.EqualTo("0-306-40615-2"));

    private static string Show(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Show(IReadOnlyList<StandardIdentifier> identifiers) => string.Join(" | ", identifiers.Select(i =>
        (i.Kind == IdentifierKind.Ismn ? "ISMN:" : "") + i.Value + (i.IsValid ? "" : "!") + (i.Qualifier is null ? "" : $" ({i.Qualifier})")));
}
