namespace UnionCatalog.Members;

/// <summary>What a folder of configuration files says: all members, or every error of every file.</summary>
/// <param name="Members">The members, by file name; empty when there are errors.</param>
/// <param name="Errors">The errors, by file and place in it; empty when all is right.</param>
/// <param name="Fingerprint">A digest of the files' names and bytes: equal where nothing changed.</param>
public sealed record ConfigurationReading(
    IReadOnlyList<Member> Members, IReadOnlyList<ConfigurationError> Errors, string Fingerprint);

/// <summary>Something in a configuration file that is not as it should be.</summary>
/// <param name="File">The file's name, without its folder.</param>
/// <param name="Line">The line, from 1; null where the error is not in one line.</param>
/// <param name="JsonPath">The place in the file, such as "$.oaiPmh.baseUrl"; "$" is the whole.</param>
/// <param name="Message">What is wrong and what is expected, in plain words.</param>
public sealed record ConfigurationError(string File, int? Line, string JsonPath, string Message)
{
    /// <summary>The error in one line, such as "sman-1.json, line 4, $.kind: must be one of …".</summary>
    public override string ToString() =>
        Line is null ? $"{File}, {JsonPath}: {Message}" : $"{File}, line {Line}, {JsonPath}: {Message}";
}
