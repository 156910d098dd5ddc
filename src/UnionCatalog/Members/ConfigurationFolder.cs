using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace UnionCatalog.Members;

/// <summary>
/// Reads a folder of configuration files: each "*.json" in it but schema.json is one member; folders inside it are not read.
/// A name that only looks like one, "*.JSON" or the "*.json.txt" that Notepad makes, is an error rather than silently no member.
/// Nothing a file holds makes it throw.
/// </summary>
public static class ConfigurationFolder
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxFileBytes = 256 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the folder.</summary>
    /// <param name="folder">The folder's path.</param>
    /// <param name="scheduleError">
    /// Says what is wrong with a cron expression, or null when it is right; the schema sees only its rough form.
    /// </param>
    /// <returns>All members, or every error of every file.</returns>
    public static ConfigurationReading Load(string folder, Func<string, string?>? scheduleError = null)
    {
        string[] paths;
        try
        {
            paths = [.. Directory.EnumerateFiles(folder).Where(IsMeant).Order(StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new([], [new(Path.GetFileName(folder), null, "$", $"the folder cannot be read: {error.Message}")], "");
        }

        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var reader = new MemberReader(scheduleError);
        var (members, errors) = (new List<Member>(), new List<ConfigurationError>());
        foreach (var path in paths)
        {
            ReadFile(path, reader, digest, members, errors);
        }

        errors.AddRange(SharedNodes(members));
        return new(errors.Count == 0 ? members : [], errors, Convert.ToHexStringLower(digest.GetHashAndReset()));
    }

    private static void ReadFile(
        string path, MemberReader reader, IncrementalHash digest, List<Member> members, List<ConfigurationError> errors)
    {
        var file = Path.GetFileName(path);
        digest.AppendData(Encoding.UTF8.GetBytes($"\0{file}\0"));
        byte[] bytes;
        try
        {
            bytes = ReadBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            errors.Add(new(file, null, "$", $"the file cannot be read: {error.Message}"));
            return;
        }

        digest.AppendData(bytes);
        if (!file.EndsWith(".json", StringComparison.Ordinal))
        {
            errors.Add(new(file, null, "$", "the file's name must end in \".json\", in small letters and with nothing after it (some systems hide the end of a name)"));
            return;
        }

        if (TextError(bytes) is { } problem)
        {
            errors.Add(new(file, null, "$", problem));
            return;
        }

        var id = Path.GetFileNameWithoutExtension(path);
        ReadJson(file, id, WithoutMark(bytes), reader, members, errors);
    }

    /// <summary>What no file shows by itself: of two libraries with one node id, one could never send anything.</summary>
    private static IEnumerable<ConfigurationError> SharedNodes(IEnumerable<Member> members) => members
        .Where(member => member.Source is SlimsUploadSource)
        .GroupBy(member => ((SlimsUploadSource)member.Source).NodeOf(member), StringComparer.OrdinalIgnoreCase)
        .SelectMany(node => node.Skip(1).Select(member => new ConfigurationError(
            $"{member.Id}.json", null, "$.slimsUpload.nodeId", $"is the same as that of {node.First().Id}.json (\"{node.Key}\"); each library needs its own")));

    private static void ReadJson(
        string file, string id, ReadOnlyMemory<byte> utf8, MemberReader reader, List<Member> members, List<ConfigurationError> errors)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Resource.Options);
            var map = JsonMap.Read(utf8.Span, Resource.Options);
            (string Path, string Message)[] found =
            [
                .. map.Repeated.Select(path => (path, "is there more than once; keep one")),
                .. reader.Check(id, document.RootElement),
            ];
            errors.AddRange(found
                .Select(error => new ConfigurationError(file, map.LineOf(error.Path), error.Path, error.Message))
                .OrderBy(error => error.Line));
            if (found.Length == 0)
            {
                members.Add(MemberReader.Read(id, document.RootElement));
            }
        }
        catch (JsonException error)
        {
            // The reader counts from 0, and its message ends with the place once more.
            var message = error.Message.Split(" LineNumber:")[0];
            var column = error.BytePositionInLine is { } position ? $" at byte {position + 1} of the line, {Cause(message)}" : "";
            errors.Add(new(file, (int?)error.LineNumber + 1, "$", $"is not JSON{column}: {message}"));
        }
    }

    /// <summary>What usually makes the JSON reader say so.</summary>
    private static string Cause(string message) =>
        message.StartsWith("'0xE2'", StringComparison.Ordinal) ? "perhaps for curly quotes (“ ”), which must be straight (\")"
        : message.Contains("after a value", StringComparison.Ordinal) ? "perhaps for want of a comma at the end of the line before"
        : "perhaps for want of a quote, comma or brace";

    /// <summary>Whether whoever saved the file meant it to be a member.</summary>
    private static bool IsMeant(string path)
    {
        var name = Path.GetFileName(path);
        return name != "schema.json"
            && (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".json.txt", StringComparison.OrdinalIgnoreCase));
    }

    private static byte[] ReadBytes(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[MaxFileBytes + 1];
        return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    private static string? TextError(byte[] bytes)
    {
        if (bytes.Length > MaxFileBytes)
        {
            return $"the file is larger than {MaxFileBytes / 1024} kilobytes; a library's configuration is a page or two";
        }

        if (bytes.Length == 0)
        {
            return "the file is empty";
        }

        if (bytes is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..])
        {
            return "the file is saved as UTF-16; save it as UTF-8";
        }

        try
        {
            StrictUtf8.GetCharCount(bytes);
            return null;
        }
        catch (DecoderFallbackException error)
        {
            return $"the file is not UTF-8 (at byte {error.Index}); save it as UTF-8";
        }
    }

    /// <summary>The bytes without the byte order mark that some editors put before UTF-8.</summary>
    private static ReadOnlyMemory<byte> WithoutMark(byte[] bytes) => bytes.AsMemory(bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);
}
