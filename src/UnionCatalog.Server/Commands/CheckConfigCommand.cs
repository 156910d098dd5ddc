using Spectre.Console;

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

        var table = new Table().Border(Terminal.Border).AddColumns("Member", "Library", "Place", "Address", "Schedule");
        foreach (var member in members.All)
        {
            table.AddRow(
                new Text(member.Id.Value),
                new Text(member.Name),
                new Text(member.Place),
                new Text(member.OaiPmh.BaseUrl.ToString()),
                new Text($"{member.OaiPmh.Schedule} {member.OaiPmh.TimeZone}"));
        }

        Terminal.Write(table);
        Terminal.WriteLine($"{Count.Of(members.All.Count, "member")}, no errors in {settings.Configurations}.");
        return ExitCode.Success;
    }
}
