using UnionCatalog.Records;

namespace UnionCatalog.Tests.Records;

/// <summary>A record's key as people write it.</summary>
public sealed class RecordKeyTests
{
    [TestCase("sma-1/17", "sma-1", "17")]
    [TestCase("sma-1/oai:sma1.sch.id:buku/17", "sma-1", "oai:sma1.sch.id:buku/17")]
    [TestCase("a//", "a", "/")]
    [TestCase("a/ b", "a", " b")]
    [TestCase("a/كتاب", "a", "كتاب")]
    public void The_source_ends_at_the_first_slash(string text, string source, string identifier)
    {
        var key = RecordKey.Parse(text);

        Assert.That(key, Is.EqualTo(new RecordKey(new SourceId(source), identifier)));
        Assert.That(key!.ToString(), Is.EqualTo(text));
    }

    [TestCase("")]
    [TestCase("/")]
    [TestCase("sma-1")]
    [TestCase("sma-1/")]
    [TestCase("/17")]
    [TestCase("SMA-1/17")]
    [TestCase("sma 1/17")]
    [TestCase("-sma/17")]
    [TestCase("a/1\n2")]
    [TestCase("a/\0")]
    public void What_is_no_key_is_none(string text) => Assert.That(RecordKey.Parse(text), Is.Null);

    [Test]
    public void What_is_longer_than_any_is_none()
    {
        Assert.That(RecordKey.Parse("a/" + new string('1', RecordKey.LongestText - 2)), Is.Not.Null);
        Assert.That(RecordKey.Parse("a/" + new string('1', RecordKey.LongestText - 1)), Is.Null);
    }
}
