using System.Text;
using AngleSharp.Dom;
using UnionCatalog.Tests.Api;
using UnionCatalog.Tests.Pages;

namespace UnionCatalog.Tests.Hostile;

/// <summary>Every text that members tell is hostile: it is shown as the letters it is, and nothing of it becomes part of an answer.</summary>
public sealed class HostileMetadataTests
{
    private RunningService _service = null!;
    private HostileThings _things = null!;

    public static IEnumerable<string> Routes => HostileDoor.All.Select(door => door.Route).Distinct();

    [OneTimeSetUp]
    public async Task Harvest()
    {
        _service = await HostileCatalog.Service;
        _things = await HostileThings.FindAsync(_service);
    }

    [Test]
    public void Every_door_of_the_service_is_tried() =>
        Assert.That(Routes, Is.EquivalentTo(MatchedRoute.Readable(_service.Services)), "Cases/Hostile/doors.tsv has a line for every route that answers GET");

    [TestCaseSource(nameof(Routes))]
    public async Task Nothing_that_members_planted_becomes_part_of_an_answer(string route)
    {
        foreach (var door in HostileDoor.All.Where(door => door.Route == route))
        {
            var found = false;
            using var all = Assert.EnterMultipleScope();
            foreach (var address in door.Addresses(_things))
            {
                using var answer = door.IsForCoordinator ? await _service.GetAsync(address, HostileCatalog.Coordinator) : await _service.GetAsync(address);
                var body = await answer.Content.ReadAsByteArrayAsync();
                found |= body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(HostileCatalog.Mark)) >= 0;
                Assert.That(answer.Headers.GetValues(MatchedRoute.Header), Is.EqualTo(new[] { route }), address);
                Assert.That(door.Statuses, Does.Contain(answer.StatusCode), address);
                Assert.That(AnswerFaults.Of(answer, body, _service.Address, address).Take(5), Is.Empty, address[..Math.Min(200, address.Length)]);
            }

            Assert.That(found || !door.IsPlanted, $"{door.Address} shows nothing that was planted: it proves nothing");
        }
    }

    [Test]
    public async Task What_was_in_the_record_is_still_read()
    {
        var page = await _service.ReadAsync("/search?q=%22Naskah+0%22");

        Assert.That(page.Texts(".card h2").Single(), Does.Contain("Naskah 0 <script>xevil(1)</script>"));
    }

    [TestCaseSource(typeof(HostileThings), nameof(HostileThings.Typed))]
    public async Task What_a_reader_types_stays_in_the_box(string attack)
    {
        var page = await _service.ReadAsync($"/search?q={attack.Escaped()}");

        Assert.That(page.QuerySelector("#q")!.GetAttribute("value"), Is.EqualTo(attack.Trim()));
    }
}
