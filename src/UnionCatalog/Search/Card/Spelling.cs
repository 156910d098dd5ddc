namespace UnionCatalog.Search.Card;

/// <summary>How well a value is written, as far as its letters tell.</summary>
internal readonly struct Spelling
{
    private const int ShortName = 4;
    private const int LongWord = 5;

    private Spelling(bool isShouted, int damage, Case letters, int marks, int shoutedLetters, int untidiness) =>
        (IsShouted, Damage, Letters, Marks, ShoutedLetters, Untidiness) = (isShouted, damage, letters, marks, shoutedLetters, untidiness);

    private enum Case
    {
        Mixed,
        Lower,
        MostlyCapitals,
    }

    /// <summary>Whether it is in capitals alone. Short names ("KBBI"), numbers and scripts without case are not.</summary>
    public bool IsShouted { get; }

    /// <summary>How much of it was damaged on its way: lost letters, bytes read as another encoding, entities, markup.</summary>
    public int Damage { get; }

    private Case Letters { get; }

    /// <summary>Letters that are not ASCII: what a careless system strips.</summary>
    private int Marks { get; }

    private int ShoutedLetters { get; }

    private int Untidiness { get; }

    /// <summary>Looks at a text's beginning.</summary>
    public static Spelling Of(string text)
    {
        var (upper, lower, cased, marks, damage, shouted, run, runIsUpper) = (0, 0, 0, 0, 0, 0, 0, true);
        var length = Math.Min(text.Length, CardLimits.Compared);
        for (var at = 0; at <= length; at++)
        {
            var letter = at < length ? text[at] : ' ';
            if (letter <= '~' ? char.IsAsciiLetter(letter) : char.IsLetter(letter))
            {
                var isUpper = char.IsUpper(letter);
                var isLower = !isUpper && char.IsLower(letter);
                upper += isUpper ? 1 : 0;
                lower += isLower ? 1 : 0;
                cased += isUpper || isLower ? 1 : 0;
                marks += letter > '~' ? 1 : 0;
                run++;
                runIsUpper &= isUpper;
            }
            else if (run > 0)
            {
                shouted += runIsUpper && run >= LongWord ? run : 0;
                (run, runIsUpper) = (0, true);
            }

            damage += at < length ? TextDamage.At(text, at, length) : 0;
        }

        var letters = lower == 0 && upper == 0 ? Case.Mixed
            : upper == 0 ? Case.Lower
            : shouted * 2 > cased ? Case.MostlyCapitals
            : Case.Mixed;
        return new Spelling(upper > 0 && lower == 0 && text.Length > ShortName, damage, letters, marks, shouted, Untidy(text));
    }

    /// <summary>Below zero where this is written so much better that no number of libraries outweighs it.</summary>
    public int CompareSoundness(Spelling other) =>
        IsShouted != other.IsShouted ? IsShouted.CompareTo(other.IsShouted) : Damage.CompareTo(other.Damage);

    /// <summary>Below zero where this has capitals where they belong, and the other has none or hardly anything else.</summary>
    public int CompareCapitals(Spelling other) => Letters.CompareTo(other.Letters);

    /// <summary>Below zero where this spelling of the same words is the better one whoever has it.</summary>
    public int CompareCare(Spelling other) =>
        CompareSoundness(other) is not 0 and var soundness ? soundness
        : Letters != other.Letters ? CompareCapitals(other)
        : other.Marks.CompareTo(Marks);

    /// <summary>Below zero where this is the tidier of two spellings that as many libraries have.</summary>
    public int CompareTidiness(Spelling other) =>
        ShoutedLetters != other.ShoutedLetters ? ShoutedLetters.CompareTo(other.ShoutedLetters) : Untidiness.CompareTo(other.Untidiness);

    private static int Untidy(string text)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        var ends = text[^1] is '.' or ',' or ':' or ';' or '/' or '=' or '-' or '[' or '(' ? 1 : 0;
        var starts = text[0] is '.' or ',' or ':' or ';' or '/' or '=' or '-' or '[' or ']' or ')' or '*' ? 1 : 0;
        return ends + starts + (text.Contains(" ,", StringComparison.Ordinal) ? 1 : 0) + (text.Contains("..", StringComparison.Ordinal) ? 1 : 0);
    }
}
