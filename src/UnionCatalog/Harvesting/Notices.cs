using System.Globalization;

namespace UnionCatalog.Harvesting;

/// <summary>What somebody should know of a harvest that did not fail, in words a librarian understands.</summary>
internal static class Notices
{
    /// <summary>Why a whole list removed nothing.</summary>
    public static string AbsencesUnknown(long unidentified) => string.Create(
        CultureInfo.InvariantCulture,
        $"Nothing was removed this time, though records may be gone: {unidentified:#,0} came without an identifier, and each of them may be one that seems to be missing. Have them mended in the library system.");
}
