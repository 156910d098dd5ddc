namespace UnionCatalog.Records.Marc;

/// <summary>Mends the leader of a MARCXML record, which many systems shorten or write with "#" for a blank.</summary>
internal static class MarcXmlLeader
{
    public static string Complete(string leader, List<string> warnings)
    {
        var text = leader.Replace('#', ' ').Trim('\r', '\n', '\t');
        if (text.Length == MarcRecord.LeaderLength)
        {
            return text;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return new(' ', MarcRecord.LeaderLength);
        }

        warnings.Add($"The leader has {text.Length} characters, not 24.");
        var core = text.Trim();

        // A blank record length is lost when a system trims; then the leader begins with the status, a letter.
        var shifted = char.IsAsciiLetter(core[0]) ? new string(' ', 5) + core : core;
        return shifted.PadRight(MarcRecord.LeaderLength)[..MarcRecord.LeaderLength];
    }
}
