using System.Text;
using UnionCatalog.FullText.Analysis;

namespace UnionCatalog.FullText.Highlighting;

/// <summary>Where a text may be cut.</summary>
internal static class WordBoundary
{
    private const int MostMarks = 32;

    /// <summary>Whether a place lies between the halves of a surrogate pair.</summary>
    public static bool IsInsideCharacter(ReadOnlySpan<char> text, int at) =>
        at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);

    /// <summary>Whether no word, and no character with its marks, goes on over a place.</summary>
    public static bool Is(ReadOnlySpan<char> text, int at)
    {
        if (at <= 0 || at >= text.Length)
        {
            return true;
        }

        if (IsInsideCharacter(text, at) || text[at - 1] == '\u200D')
        {
            return false;
        }

        var right = Class(CharacterTable.Read(text, at, out _));
        return right is not (CharacterClass.Mark or CharacterClass.Dropped or CharacterClass.Vanishing) && (Separates(right) || Separates(Left(text, at)));
    }

    /// <summary>The last boundary that is not behind a place, nor before another; where there is none, as near to the place as a character allows.</summary>
    public static int Before(ReadOnlySpan<char> text, int at, int least)
    {
        for (var place = at; place >= least; place--)
        {
            if (Is(text, place))
            {
                return place;
            }
        }

        return at - (IsInsideCharacter(text, at) ? 1 : 0);
    }

    /// <summary>What the character before a place is that the marks before it belong to.</summary>
    private static CharacterClass Left(ReadOnlySpan<char> text, int at)
    {
        var left = CharacterClass.Separator;
        for (var marks = 0; at > 0 && marks <= MostMarks; marks++)
        {
            at -= IsInsideCharacter(text, at - 1) ? 2 : 1;
            left = Class(CharacterTable.Read(text, at, out _));
            if (left is not (CharacterClass.Mark or CharacterClass.Dropped or CharacterClass.Vanishing))
            {
                break;
            }
        }

        return left;
    }

    private static CharacterClass Class(int value) => CharacterTable.Of(value).Class;

    private static bool Separates(CharacterClass @class) =>
        @class is CharacterClass.Separator or CharacterClass.Space or CharacterClass.Hyphen or CharacterClass.Unspaced;
}
