using System.Globalization;
using Spectre.Console;
using UnionCatalog.Members;

namespace UnionCatalog.Server.Commands;

/// <summary>Reads every configuration file and says what is wrong, or what is there.</summary>
internal static class CheckConfigCommand
{
    private const double FarthestInRegency = 250;

    public static int Run(ServiceSettings settings)
    {
        if (Configurations.ReadMembers(settings.Configurations) is not { } members)
        {
            return ExitCode.WrongConfiguration;
        }

        if (members.All.Count == 0)
        {
            Terminal.WriteLine($"{settings.Configurations} has no member's configuration file yet. Copy one of the examples into it and fill it in.");
            return ExitCode.Success;
        }

        var table = new Table().Border(Terminal.Border)
            .AddColumn(new TableColumn("Member") { NoWrap = true }) // what other commands take: not to be cut in two
            .AddColumns("Library", "Place", "Records come from", "Schedule");
        foreach (var member in members.All)
        {
            table.AddRow(
                new Text(member.Id.Value),
                new Text(member.Name),
                new Text(member.Place),
                new Text(WayIn(member)),
                new Text(member.Source.Schedule is { } schedule ? $"{schedule} {member.Source.TimeZone}" : "when it sends"));
        }

        Terminal.Write(table);
        Terminal.WriteLine($"{Count.Of(members.All.Count, "member")}, no errors in {settings.Configurations}.");
        foreach (var member in members.All.Where(IsUnfilled))
        {
            Terminal.WriteLine($"{member.Id}.json: a name or a place still says ISI. Fill it in: readers see it.");
        }

        foreach (var (member, away) in Strays(members))
        {
            Terminal.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{member.Id}.json: its position lies {away:N0} km from the nearest other library of {member.Regency}. Is a minus or a digit missing?"));
        }

        return ExitCode.Success;
    }

    /// <summary>Those that are too far from every other library of their regency to be in it; not even the largest of Indonesia reach so far.</summary>
    private static IEnumerable<(Member Member, double Kilometres)> Strays(MemberDirectory members) =>
        from member in members.All
        where member is { Position: not null, Regency: not null }
        let others = members.All.Where(other => other != member && other.Regency == member.Regency).Select(other => other.Position).OfType<GeoPosition>().ToList()
        where others.Count > 0
        let away = others.Min(other => Distance.Kilometres(member.Position!.Value, other))
        where away > FarthestInRegency
        select (member, away);

    /// <summary>The check-up writes ISI ("fill in") where it cannot know.</summary>
    private static bool IsUnfilled(Member member) =>
        member.Name.StartsWith("ISI:", StringComparison.Ordinal) || member.Place.StartsWith("ISI:", StringComparison.Ordinal);

    private static string WayIn(Member member) => member.Source switch
    {
        FetchedSource fetched => fetched.BaseUrl.ToString(),
        FilesSource files => $"files in {files.Folder ?? $"drop/{member.Id}"}",
        SlimsUploadSource upload => $"its SLiMS, node {upload.NodeOf(member)}",
        _ => "",
    };
}
