namespace UnionCatalog.Records;

/// <summary>What came of reading one record: it was readable, or it was not and says why.</summary>
public abstract record RecordReading
{
    private RecordReading()
    {
    }

    /// <summary>A record that could be read.</summary>
    /// <param name="Record">The record.</param>
    /// <param name="Warnings">What was mended or passed over on the way, in words a librarian understands.</param>
    public sealed record Readable(BibRecord Record, IReadOnlyList<string> Warnings) : RecordReading;

    /// <summary>A record that could not be read; it is set aside with its bytes.</summary>
    /// <param name="Error">What was wrong, and where.</param>
    public sealed record Unreadable(RecordError Error) : RecordReading;
}

/// <summary>Why a record could not be read.</summary>
/// <param name="Reason">What is wrong and what to do, in words a librarian understands.</param>
/// <param name="RecordNumber">The record's number in its file, from 1; null when it stood alone.</param>
/// <param name="ByteOffset">Where in the file or in the record's bytes, from 0; null when not known.</param>
/// <param name="Identifier">The record's identifier (MARC 001, OAI identifier); null when it could not be read.</param>
public sealed record RecordError(string Reason, long? RecordNumber = null, long? ByteOffset = null, string? Identifier = null);
