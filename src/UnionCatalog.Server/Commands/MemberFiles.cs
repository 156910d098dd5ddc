using UnionCatalog.Members;

namespace UnionCatalog.Server.Commands;

/// <summary>Finds the member and the file that a verb was given, and says what is wrong with them.</summary>
internal static class MemberFiles
{
    /// <summary>A member whose records come as files; null, with the reason printed, where there is none of the name.</summary>
    public static Member? Find(ServiceSettings settings, string name)
    {
        if (Configurations.ReadMembers(settings.Configurations) is not { } members)
        {
            return null;
        }

        if (Configurations.Choose(members, name, settings.Configurations)?.Single() is not { } member)
        {
            return null;
        }

        if (member.Source is not FilesSource)
        {
            Console.Error.WriteLine($"The records of {name} do not come as files. A member that gives files has \"files\" in its configuration file; see harvest-configs/examples/spreadsheet.json.");
            return null;
        }

        return member;
    }

    /// <summary>Whether there is such a file; where there is none, it is said.</summary>
    public static bool Exists(string file)
    {
        if (!File.Exists(file))
        {
            Console.Error.WriteLine(Directory.Exists(file) ? $"{file} is a folder. Name one file in it." : $"There is no file {file}.");
            return false;
        }

        return true;
    }
}
