using Spectre.Console;
using UnionCatalog.Members;

namespace UnionCatalog.Server.Commands;

/// <summary>Reads every configuration file and says what is wrong, or what is there.</summary>
internal static class CheckConfigCommand
{
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

        return ExitCode.Success;
    }

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
