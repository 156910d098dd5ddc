namespace UnionCatalog.FullText.Highlighting;

/// <summary>A part of a text, in UTF-16 code units. It never starts or ends inside a surrogate pair.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How long it is.</param>
public readonly record struct TextRange(int Start, int Length)
{
    /// <summary>Where it ends: behind its last code unit.</summary>
    public int End => Start + Length;
}

/// <summary>A piece cut out of a text between words.</summary>
/// <param name="Start">Where it starts in the text, in UTF-16 code units. 0: nothing is left out before it.</param>
/// <param name="Text">The piece.</param>
/// <param name="Ranges">What matched in it, counted from the start of the piece; in order and apart.</param>
public sealed record Fragment(int Start, string Text, IReadOnlyList<TextRange> Ranges);
