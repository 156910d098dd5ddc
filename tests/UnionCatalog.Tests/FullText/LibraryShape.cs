namespace UnionCatalog.Tests.FullText;

/// <summary>How large a random library is, so that one is drawn for each part of the engine that only some meet.</summary>
internal sealed record LibraryShape
{
    /// <summary>Few documents with few words, which meet all the time.</summary>
    public static LibraryShape Light { get; } = new();

    /// <summary>The same, but now and then a text is very long or one word thousands of times.</summary>
    public static LibraryShape Wild { get; } = new() { LongTexts = 60 };

    /// <summary>The same, and much is stored, so that a draft is written to disk several times before it is committed.</summary>
    public static LibraryShape Heavy { get; } = new() { LongTexts = 60, StoredBytes = 200_000 };

    /// <summary>Hundreds of documents with the same few words again and again: many of each, of which few are the best.</summary>
    public static LibraryShape Crowded { get; } = new() { Keys = 1_500, Vocabulary = 5, Peculiar = 40, LongTexts = 100 };

    /// <summary>Thousands of documents and words: blocks, dense terms, columns of two bytes, drafts of several segments.</summary>
    public static LibraryShape Wide { get; } = new() { Keys = 9_000, Vocabulary = 4_000, Libraries = 300, LongTexts = 200, Pages = 70_000 };

    /// <summary>How many keys there are to put and delete by.</summary>
    public int Keys { get; private init; } = 60;

    /// <summary>How many words there are beside the few peculiar ones; the first are far more frequent than the last.</summary>
    public int Vocabulary { get; private init; }

    /// <summary>One word in so many is peculiar.</summary>
    public int Peculiar { get; private init; } = 10;

    /// <summary>How many libraries there are beside the few peculiar ones.</summary>
    public int Libraries { get; private init; }

    /// <summary>One document in so many has a very long text; 0: none.</summary>
    public int LongTexts { get; private init; }

    /// <summary>At most so many bytes are stored with a document.</summary>
    public int StoredBytes { get; private init; } = 20;

    /// <summary>The greatest number of pages.</summary>
    public int Pages { get; private init; } = 300;
}
