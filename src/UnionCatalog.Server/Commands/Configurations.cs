using UnionCatalog.Members;
using UnionCatalog.Records;
using UnionCatalog.Server.Jobs;

namespace UnionCatalog.Server.Commands;

/// <summary>Reads the members' configuration files for a verb, and prints what is wrong with them.</summary>
internal static class Configurations
{
    /// <summary>The members; null, with every error of every file printed, when one file is wrong.</summary>
    public static ConfigurationReading? Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine(
                $"There is no folder {folder} for the member libraries' configuration files. Make it, or name another with --configs. Nothing was started.");
            return null;
        }

        var reading = ConfigurationFolder.Load(folder, Schedules.Error);
        if (reading.Errors.Count == 0)
        {
            return reading;
        }

        foreach (var error in reading.Errors)
        {
            Console.Error.WriteLine(error);
        }

        var files = reading.Errors.Select(error => error.File).Distinct().Count();
        Console.Error.WriteLine($"{Count.Of(reading.Errors.Count, "error")} in {Count.Of(files, "file")} of {folder}; nothing was started.");
        return null;
    }

    /// <summary>The members alone, for verbs that do not outlive their configuration.</summary>
    public static MemberDirectory? ReadMembers(string folder) => Read(folder) is { } reading ? new MemberDirectory(reading.Members) : null;

    /// <summary>The members that a verb is about: one by its name, or all.</summary>
    /// <returns>They; null, with what is wrong printed, where there is none of this name.</returns>
    public static IReadOnlyCollection<Member>? Choose(MemberDirectory members, string? name, string folder)
    {
        if (name is null)
        {
            return members.All;
        }

        if (members.Find(new SourceId(name)) is { } member)
        {
            return [member];
        }

        var known = members.All.Count == 0
            ? "It has no configuration file yet."
            : $"There is: {string.Join(", ", members.All.Select(one => one.Id.Value))}.";
        Console.Error.WriteLine($"There is no member '{name}' in {folder}. {known}");
        return null;
    }
}
