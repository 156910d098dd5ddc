namespace UnionCatalog.Search.Asking.Spelling;

/// <summary>What may have been meant by a word.</summary>
/// <param name="Typed">The word as analysis gives it.</param>
/// <param name="IsKnown">Whether the index has it.</param>
/// <param name="Guesses">The likeliest first; none where it is only the beginning of a word.</param>
internal sealed record Correction(string Typed, bool IsKnown, IReadOnlyList<SpellingGuess> Guesses)
{
    /// <summary>Whether words of the index begin so: the reader may not have typed the word to its end.</summary>
    public bool IsBeginning { get; init; }

    /// <summary>Whether it is the last that was typed, and words begin so: likelier not typed to its end than mistyped.</summary>
    public bool IsUnfinished { get; init; }
}

/// <summary>A guess at what was meant.</summary>
/// <param name="Text">A word of the index, or two with a blank between.</param>
/// <param name="Likeness">How near it comes, above 0 to 1.</param>
internal sealed record SpellingGuess(string Text, double Likeness);
