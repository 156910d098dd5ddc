using System.Security.Cryptography;
using System.Text.Json;
using UnionCatalog.Members;

namespace UnionCatalog.Server.Jobs;

/// <summary>
/// What the index was built with of each member's configuration: kind, place and the mapping of holdings are in its
/// columns and entries, so a change of one of them has it built again. A new member changes nothing that is indexed; one
/// that left and comes back does, because its records stayed.
/// </summary>
internal sealed class IndexedLibraries(string file, MemberDirectory members)
{
    /// <summary>What a member that left is noted as.</summary>
    private const string Gone = "";

    /// <summary>The configuration in force, to be remembered once the index is built with it.</summary>
    public IReadOnlyDictionary<string, string> Look() => members.All.ToDictionary(
        member => member.Id.Value,
        member => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { member.Kind, member.Place, member.Holdings }))));

    /// <summary>Whether the index was built with another configuration than this one.</summary>
    public bool DifferFrom(IReadOnlyDictionary<string, string> now) =>
        Read() is not { } before || before.Any(library => now.GetValueOrDefault(library.Key, Gone) != library.Value);

    /// <summary>Notes the configuration that the index was built with.</summary>
    public void Remember(IReadOnlyDictionary<string, string> now)
    {
        var before = Read();
        var noted = (before ?? []).Keys.Union(now.Keys).Order(StringComparer.Ordinal).ToDictionary(id => id, id => now.GetValueOrDefault(id, Gone));
        if (before is not null && noted.SequenceEqual(before))
        {
            return;
        }

        // A draft and a rename: a crash leaves the old list or the new one, never half of one.
        var draft = file + ".draft";
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(noted));
        File.Move(draft, file, overwrite: true);
    }

    /// <summary>What was noted, by name of member; null when nothing was or it cannot be read, and the index may be built with anything.</summary>
    private Dictionary<string, string>? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(file));
        }
        catch (Exception unknown) when (unknown is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }
}
