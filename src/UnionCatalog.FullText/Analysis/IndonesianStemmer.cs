namespace UnionCatalog.FullText.Analysis;

/// <summary>
/// Takes particles, possessives, prefixes and suffixes off Indonesian words: "membacakannya" becomes "baca". After F. Z. Tala, "A Study
/// of Stemming Effects on Information Retrieval in Bahasa Indonesia" (2003), as Snowball's Indonesian stemmer has it.
/// Rules without a dictionary go wrong at times, so a field of stems is best a second one that weighs less.
/// </summary>
/// <remarks>
/// Nothing is taken off a word of two syllables or less, counted by vowels, and each part counts as one syllable. "p" and "s" that a
/// prefix swallowed come back: "memukul" is "pukul", "menyapu" is "sapu".
/// </remarks>
public sealed class IndonesianStemmer : IAnalysisStep
{
    private const int ShortestSyllables = 2;

    /// <summary>The prefix taken off, as far as it forbids suffixes.</summary>
    private enum Prefix
    {
        None,
        Active,
        Per,
        Nominal,
        Ber,
    }

    /// <inheritdoc/>
    public string Identity => "indonesian 1";

    /// <inheritdoc/>
    public void Take(ReadOnlySpan<char> term, StepOutput next)
    {
        if (term.Length > IndexLimits.TermLength)
        {
            next.Add(term);
            return;
        }

        Span<char> buffer = stackalloc char[IndexLimits.TermLength];
        term.CopyTo(buffer);
        next.Add(Stem(buffer[..term.Length]));
    }

    /// <summary>The stem of a word in lower case: a part of the word's own memory, which may be changed.</summary>
    internal static ReadOnlySpan<char> Stem(Span<char> term)
    {
        var word = new Word(term);
        if (word.IsLong && word.TakeParticle() && word.TakePossessive())
        {
            if (word.TakeFirstPrefix())
            {
                // The second prefix may go only where a suffix does.
                if (word.IsLong && word.TakeSuffix() && word.IsLong)
                {
                    word.TakeSecondPrefix();
                }
            }
            else
            {
                word.TakeSecondPrefix();
                if (word.IsLong)
                {
                    word.TakeSuffix();
                }
            }
        }

        return word.Letters;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    /// <summary>A word that is getting shorter.</summary>
    private ref struct Word
    {
        private Span<char> _letters;
        private int _syllables;
        private Prefix _prefix;
        private bool _isRestored;

        public Word(Span<char> letters)
        {
            _letters = letters;
            foreach (var letter in letters)
            {
                _syllables += IsVowel(letter) ? 1 : 0;
            }
        }

        public readonly ReadOnlySpan<char> Letters => _letters;

        /// <summary>Whether it has more syllables than a stem needs.</summary>
        public readonly bool IsLong => _syllables > ShortestSyllables;

        /// <summary>Takes off -kah, -lah, -pun. True when the word is still long.</summary>
        public bool TakeParticle()
        {
            _ = TakeEnd("kah") || TakeEnd("lah") || TakeEnd("pun");
            return IsLong;
        }

        /// <summary>Takes off -ku, -mu, -nya. True when the word is still long.</summary>
        public bool TakePossessive()
        {
            _ = TakeEnd("ku") || TakeEnd("mu") || TakeEnd("nya");
            return IsLong;
        }

        /// <summary>Takes off -kan, -an, -i where the prefix allows it.</summary>
        public bool TakeSuffix() =>
            (_prefix is not (Prefix.Per or Prefix.Nominal) && TakeEnd("kan")) ||
            (_prefix is not Prefix.Active && TakeEnd("an")) ||
            (_prefix is not (Prefix.Nominal or Prefix.Ber) && !_letters.EndsWith("si") && TakeEnd("i"));

        /// <summary>Takes off di-, ter-, me-, ke-, pe- and me-, pe- with the nasal sounds that they bring before a stem.</summary>
        public bool TakeFirstPrefix() =>
            TakeStart("di", Prefix.Active) || TakeStart("ter", Prefix.Active) || TakeStart("ke", Prefix.Nominal) ||
            TakeNasal("me", Prefix.Active) || TakeNasal("pe", Prefix.Nominal) || TakeStart("me", Prefix.Active);

        /// <summary>
        /// Takes off per-, pe-, ber-, and be- before a consonant and -er; "belajar" and "pelajar" are of "ajar". Not where a prefix
        /// gave a first sound back, which is the stem's own: "memeriksa" is "periksa".
        /// </summary>
        public bool TakeSecondPrefix() => !_isRestored && (
            (_letters.StartsWith("pelajar") && TakeStart("pel", _prefix)) ||
            (_letters.StartsWith("belajar") && TakeStart("bel", Prefix.Ber)) ||
            TakeStart("per", Prefix.Per) || TakeStart("pe", Prefix.Per) || TakeStart("ber", Prefix.Ber) ||
            (_letters is ['b', 'e', var letter, 'e', 'r', ..] && !IsVowel(letter) && TakeStart("be", Prefix.Ber)));

        /// <summary>meng-, meny- before a vowel, men-, mem-; and the same with pe-.</summary>
        private bool TakeNasal(ReadOnlySpan<char> start, Prefix prefix)
        {
            if (!_letters.StartsWith(start))
            {
                return false;
            }

            switch (_letters[start.Length..])
            {
                case ['n', 'y', var vowel, ..] when IsVowel(vowel):
                    return Take(start.Length + 1, prefix, 's');
                case ['n', 'g', ..]:
                    return Take(start.Length + 2, prefix);
                case ['n', ..]:
                    return Take(start.Length + 1, prefix);
                case ['m', var vowel, ..] when IsVowel(vowel):
                    return Take(start.Length, prefix, 'p');
                case ['m', ..]:
                    return Take(start.Length + 1, prefix);
                default:
                    return false;
            }
        }

        private bool TakeStart(ReadOnlySpan<char> start, Prefix prefix) => _letters.StartsWith(start) && Take(start.Length, prefix);

        private bool Take(int length, Prefix prefix, char first = default)
        {
            _letters = _letters[length..];
            if (first != default)
            {
                _letters[0] = first;
                _isRestored = true;
            }

            _prefix = prefix;
            _syllables--;
            return true;
        }

        private bool TakeEnd(ReadOnlySpan<char> end)
        {
            if (!_letters.EndsWith(end))
            {
                return false;
            }

            _letters = _letters[..^end.Length];
            _syllables--;
            return true;
        }
    }
}
