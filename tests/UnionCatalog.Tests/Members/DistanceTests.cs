using System.Globalization;
using UnionCatalog.Members;

namespace UnionCatalog.Tests.Members;

internal sealed class DistanceTests
{
    private static IEnumerable<string[]> Cases() => File.ReadLines(Places.Case("Members/distances.tsv")).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'));

    [TestCaseSource(nameof(Cases))]
    public void A_distance_is_that_of_the_great_circle(string from, string to, string kilometres, string what)
    {
        var expected = double.Parse(kilometres, CultureInfo.InvariantCulture);

        Assert.That(Distance.Kilometres(Position(from), Position(to)), Is.EqualTo(expected).Within(0.001), what);
        Assert.That(Distance.Kilometres(Position(to), Position(from)), Is.EqualTo(expected).Within(0.001), what);
    }

    [Test]
    public void The_middle_is_as_far_from_the_one_as_from_the_other()
    {
        var random = new Random(7);
        for (var round = 0; round < 1_000; round++)
        {
            GeoPosition one = new(random.Next(-80, 80), random.Next(-180, 180)), other = new(random.Next(-80, 80), random.Next(-180, 180));
            var middle = Distance.Mean([one, other]);
            Assert.That(middle, Is.Not.Null);
            Assert.That(Distance.Kilometres(middle!.Value, one), Is.EqualTo(Distance.Kilometres(middle.Value, other)).Within(0.001), $"{one} {other}");
            Assert.That(Distance.Kilometres(middle.Value, one) * 2, Is.EqualTo(Distance.Kilometres(one, other)).Within(0.001), $"{one} {other}");
        }
    }

    [Test]
    public void There_is_no_middle_of_nothing_nor_of_two_ends_of_the_earth()
    {
        Assert.That(Distance.Mean([]), Is.Null);
        Assert.That(Distance.Mean([new(0, 0), new(0, 180)]), Is.Null);
    }

    private static GeoPosition Position(string text)
    {
        var numbers = text.Split(", ").Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToList();
        return new(numbers[0], numbers[1]);
    }
}
