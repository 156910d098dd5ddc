using System.Text.Json.Serialization;

namespace UnionCatalog.Members;

/// <summary>How a member's records come: by OAI-PMH, by SRU, as files, or sent by its SLiMS.</summary>
[JsonDerivedType(typeof(OaiPmhSource), "oaiPmh")]
[JsonDerivedType(typeof(SruSource), "sru")]
[JsonDerivedType(typeof(FilesSource), "files")]
[JsonDerivedType(typeof(SlimsUploadSource), "slimsUpload")]
public abstract record MemberSource
{
    /// <summary>
    /// When its records are fetched, or its folder is looked into: a Quartz cron expression. Null: never by itself, because
    /// the member sends them.
    /// </summary>
    public virtual string? Schedule { get; init; }

    /// <summary>The IANA time zone of <see cref="Schedule"/>. Default: Asia/Jakarta.</summary>
    public string TimeZone { get; init; } = "Asia/Jakarta";

    /// <summary>
    /// The harvest is put off by a part of this, always the same for one member, so that members do not all start at once.
    /// Default: none.
    /// </summary>
    public virtual TimeSpan Spread { get; init; }
}
