namespace UnionCatalog.Matching.Candidates;

/// <summary>A block of records that look alike in one respect: what shares it is compared.</summary>
/// <param name="Hash">The key itself, hashed; with the family it names the block.</param>
/// <param name="Family">In which respect.</param>
/// <param name="Split">By which further attributes it was split from a crowded block, a bit each; 0 for a block that was not.</param>
internal readonly record struct BlockKey(long Hash, BlockFamily Family, byte Split);

/// <summary>The respects in which records are looked for.</summary>
internal enum BlockFamily : byte
{
    /// <summary>One ISBN.</summary>
    Isbn,

    /// <summary>One ISSN.</summary>
    Issn,

    /// <summary>One number of a national bibliography or union catalogue.</summary>
    Number,

    /// <summary>The beginning of the title and a word of the author's name.</summary>
    TitleAndAuthor,

    /// <summary>The longest word of the title and a word of the author's name: titles whose beginnings differ.</summary>
    WordAndAuthor,

    /// <summary>The beginning of the title and the year.</summary>
    TitleAndYear,

    /// <summary>A word of the author's name and the year: titles that are spelt otherwise.</summary>
    AuthorAndYear,

    /// <summary>The title and the publisher: records that name neither author nor year.</summary>
    TitleAndPublisher,

    /// <summary>The title of a serial.</summary>
    SerialTitle,

    /// <summary>The title in its original script.</summary>
    Script,
}
