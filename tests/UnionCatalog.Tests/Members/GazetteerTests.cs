using UnionCatalog.Members;
using UnionCatalog.Records;

namespace UnionCatalog.Tests.Members;

/// <summary>The places of libraries, and how far each library is from them.</summary>
internal sealed class GazetteerTests
{
    [Test]
    public void Regencies_come_with_their_places_by_province() => Assert.That(
        Of(
            Library("a", "Sewon", "Bantul", "DIY"), Library("b", "Kasihan", "Bantul", "DIY"), Library("c", "Depok", "Sleman", "DIY"),
            Library("d", "Kota Semarang", "Kota Semarang", "Jawa Tengah"), Library("e", "Desa Jauh")).All.Select(place => $"{place.Name}{(place.IsRegency ? "!" : "")}"),
        Is.EqualTo(["Bantul!", "Kasihan", "Sewon", "Sleman!", "Depok", "Kota Semarang!", "Desa Jauh"]));

    [Test]
    public void Places_of_one_name_are_told_apart_by_their_regency()
    {
        var places = Of(Library("a", "Depok", "Sleman"), Library("b", "Depok", "Kota Depok"), Library("c", "Beji", "Kota Depok"), Library("d", "Sleman", "Bantul"));

        Assert.That(places.All.Select(place => place.Name), Is.EqualTo(["Bantul", "Sleman, Bantul", "Kota Depok", "Beji", "Depok, Kota Depok", "Sleman", "Depok, Sleman"]));
        Assert.That(places.Find("depok, SLEMAN ")?.Libraries, Is.EqualTo([new SourceId("a")]));
        Assert.That(places.Find("Sleman")?.IsRegency, Is.True);
        Assert.That(places.Find("Depok"), Is.Null);
    }

    [Test]
    public void A_place_is_in_the_middle_of_its_libraries()
    {
        var places = Of(Library("a", "Sewon", "Bantul", at: new(-7, 110)), Library("b", "Sewon", "Bantul", at: new(-7, 112)), Library("c", "Kasihan", "Bantul", at: new(-7, 114)));

        Assert.That(places.Find("Sewon")!.Position!.Value.Longitude, Is.EqualTo(111).Within(1e-9));
        Assert.That(places.Find("Bantul")!.Position!.Value.Longitude, Is.EqualTo(112).Within(1e-9));
    }

    [Test]
    public void A_library_without_a_position_is_where_its_place_is_or_else_its_regency()
    {
        var places = Of(
            Library("a", "Sewon", "Bantul", at: new(0, 1)), Library("b", "Sewon", "Bantul"), Library("c", "Kasihan", "Bantul", at: new(0, 3)),
            Library("d", "Pandak", "Bantul"), Library("e", "Depok", "Sleman"));
        var from = places.Find("Sewon")!;

        Assert.That(places.Kilometres(from, new SourceId("b")), Is.Zero);
        Assert.That(places.Kilometres(from, new SourceId("d")), Is.EqualTo(111.195).Within(0.001), "a degree: the middle of the regency is at 2");
        Assert.That(places.Kilometres(from, new SourceId("e")), Is.Null);
        Assert.That(places.Kilometres(places.Find("Depok")!, new SourceId("a")), Is.Null);
    }

    [Test]
    public void Libraries_of_the_place_come_first_and_then_the_nearest()
    {
        var places = Of(
            Library("far", "X", at: new(0, 9)), Library("unknown", "Y"), Library("here", "Sewon", "Bantul", at: new(0, 2)), Library("here-too", "Sewon", "Bantul", at: new(0, 0)),
            Library("between", "Z", at: new(0, 1)));

        Assert.That(places.Order(["far", "unknown", "here", "between", "here-too"], places.Find("Sewon"), id => new SourceId(id)), Is.EqualTo(["here", "here-too", "between", "far", "unknown"]));
        Assert.That(places.Order(["far", "here"], null, id => new SourceId(id)), Is.EqualTo(["far", "here"]));
    }

    private static Gazetteer Of(params Member[] members) => new(members);

    private static Member Library(string id, string place, string? regency = null, string? province = null, GeoPosition? at = null) => new()
    {
        Id = new SourceId(id), Name = id, Kind = LibraryKind.Other, Place = place, Regency = regency, Province = province, Position = at, Source = new FilesSource(),
    };
}
