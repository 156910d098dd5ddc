using System.Security.Cryptography;
using System.Text.Json;
using UnionCatalog.Members;

namespace UnionCatalog.Server.Jobs;

/// <summary>
/// What the index was built with of each member's configuration: kind, place and the mapping of holdings are in its
/// columns and entries, so a change of one of them has it built again. A new member changes nothing that is indexed.
/// </summary>
internal sealed class IndexedLibraries(string file, MemberDirectory members)
{
    /// <summary>Whether the index was built with another configuration than the one in force.</summary>
    public bool HaveChanged()
    {
        var before = Read();
        var now = Fingerprints();
        return before.Any(library => now.GetValueOrDefault(library.Key) != library.Value);
    }

    /// <summary>Notes the configuration in force as the one that the index is built with.</summary>
    public void Remember()
    {
        var now = Fingerprints();
        if (now.OrderBy(pair => pair.Key, StringComparer.Ordinal).SequenceEqual(Read().OrderBy(pair => pair.Key, StringComparer.Ordinal)))
        {
            return;
        }

        // A draft and a rename: a crash leaves the old list or the new one, never half of one.
        var draft = file + ".draft";
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(now));
        File.Move(draft, file, overwrite: true);
    }

    private Dictionary<string, string> Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(file)) ?? [];
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (JsonException)
        {
            // Unreadable: claim one library that is not there, so that the index is built again.
            return new Dictionary<string, string> { ["?"] = "" };
        }
    }

    private Dictionary<string, string> Fingerprints() => members.All.ToDictionary(
        member => member.Id.Value,
        member => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { member.Kind, member.Place, member.Holdings }))));
}
