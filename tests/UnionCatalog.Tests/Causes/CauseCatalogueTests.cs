using System.Reflection;
using System.Text.RegularExpressions;
using UnionCatalog.Causes;

namespace UnionCatalog.Tests.Causes;

/// <summary>The catalogue of causes and the code that names them hold together, in every language.</summary>
public sealed partial class CauseCatalogueTests
{
    private static readonly MethodInfo[] Known = [.. typeof(KnownCauses).GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.ReturnType == typeof(Cause))];

    private static readonly string[] Languages = [.. CauseCatalogue.All.Select(catalogue => catalogue.Language)];

    [Test]
    public void Causes_are_told_in_the_languages_of_the_pages() => Assert.That(Languages, Is.EqualTo(Server.Pages.PageTexts.All.Select(texts => texts.Language)));

    [TestCaseSource(nameof(Languages))]
    public void Every_cause_in_the_code_has_an_entry_and_no_entry_is_without_one(string language) =>
        Assert.That(Catalogue(language).Codes, Is.EquivalentTo(Known.Select(Example).Select(cause => cause.Code)));

    [Test]
    public void No_cause_is_there_that_nothing_comes_to()
    {
        var source = string.Join('\n', Directory.EnumerateFiles(Path.Combine(Places.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));

        Assert.That(Known.Select(method => method.Name).Where(name => !source.Contains($"KnownCauses.{name}(", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCaseSource(nameof(Languages))]
    public void Every_placeholder_is_filled_and_every_value_is_told(string language)
    {
        foreach (var cause in Known.Select(Example))
        {
            var told = Catalogue(language).Explain(cause).ToString();

            Assert.That(told, Does.Not.Contain("{").And.Not.Contain("}").And.Not.Contain("  "), cause.Code);
            Assert.That(cause.Values.Where(value => !told.Contains(Telling(value), StringComparison.Ordinal)), Is.Empty, told);
        }
    }

    [TestCaseSource(nameof(Languages))]
    public void What_happened_and_what_to_do_are_one_sentence_each(string language)
    {
        foreach (var cause in Known.Select(Example))
        {
            var told = Catalogue(language).Explain(cause);

            foreach (var sentence in new[] { told.What, told.Kept, told.Next }.OfType<string>())
            {
                Assert.That(SentenceEnd().Count(sentence), Is.EqualTo(1), sentence);
                Assert.That(sentence, Does.EndWith(".").And.Match("^[\\p{Lu}\\p{Nd}a-z]"), sentence);
            }
        }
    }

    [TestCase("en", 90, "90 seconds")]
    [TestCase("en", 3600, "60 minutes")]
    [TestCase("en", 5400, "90 minutes")]
    [TestCase("en", 9000, "2.5 hours")]
    [TestCase("id", 9000, "2,5 jam")]
    [TestCase("id", 1, "1 detik")]
    [TestCase("en", 1, "1 second")]
    [TestCase("id", 3.5 * 86400, "3 hari")]
    public void A_time_is_told_in_the_language_and_the_unit_that_suits_it(string language, double seconds, string expected) =>
        Assert.That(Catalogue(language).Explain(KnownCauses.TimedOut("x", TimeSpan.FromSeconds(seconds))).What, Does.Contain(expected));

    [TestCase("en", 1, "1 record could")]
    [TestCase("en", 12345, "12,345 records could")]
    [TestCase("id", 12345, "12.345 cantuman tidak")]
    public void A_number_is_told_with_its_noun(string language, long count, string expected) =>
        Assert.That(Catalogue(language).Explain(KnownCauses.ManySetAside(count)).What, Does.StartWith(expected));

    [Test]
    public void What_a_system_did_not_say_is_left_out()
    {
        Assert.That(CauseCatalogue.English.Explain(KnownCauses.SystemFailed("x", 500, "")).Detail, Is.Null);
        Assert.That(KnownCauses.SystemFailed("x", 500, "Oops").ToString(), Does.EndWith("Ask the member's administrator to look at its error log. It said: Oops"));
    }

    [Test]
    public void A_cause_is_read_as_it_was_kept()
    {
        foreach (var cause in Known.Select(Example))
        {
            var read = Cause.Read(cause.ToJson())!;

            Assert.That(read.ToJson(), Is.EqualTo(cause.ToJson()));
            Assert.That(read.ToString(), Is.EqualTo(cause.ToString()));
        }

        Assert.That(KnownCauses.TimedOut("sma-1.sch.id", TimeSpan.FromSeconds(30)).ToJson(), Is.EqualTo("""{"code":"timed-out","values":{"host":"sma-1.sch.id","limit":30}}"""));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("""{"code":"cut","values":{"host":[]}}""")]
    public void What_is_no_cause_is_none(string? kept) => Assert.That(Cause.Read(kept), Is.Null);

    [Test]
    public void A_cause_of_a_later_version_is_known_as_unknown() =>
        Assert.That(CauseCatalogue.English.Knows(Cause.Read("""{"code":"moon","values":{}}""")!), Is.False);

    private static CauseCatalogue Catalogue(string language) => CauseCatalogue.All.Single(catalogue => catalogue.Language == language);

    /// <summary>The cause with an example of everything it needs.</summary>
    private static Cause Example(MethodInfo method) => (Cause)method.Invoke(null, [.. method.GetParameters().Select((parameter, index) => Sample(parameter, index + 3))])!;

    private static object Sample(ParameterInfo parameter, int number) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => parameter.Name + "-x",
        var type when type == typeof(TimeSpan) => TimeSpan.FromDays(number),
        var type => Convert.ChangeType(number, type, null),
    };

    private static string Telling(KeyValuePair<string, CauseValue> value) =>
        value.Value.Words ?? (value.Value.Number >= 86400 ? value.Value.Number / 86400 : value.Value.Number).ToString(System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[.!?](?= |$)", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
