using System.Text;
using UnionCatalog.FullText.Postings;

namespace UnionCatalog.FullText.Queries;

/// <summary>Finds the terms of a field that something stands for, in one segment after the other.</summary>
internal abstract class Expansion
{
    protected FieldReader Reader { get; private set; } = null!;

    /// <summary>Terms passed between two looks at the watch.</summary>
    private const int Glance = 256;

    private int _passed;

    protected Workspace Workspace { get; private set; } = null!;

    protected TermCursor Terms => Workspace.Terms;

    /// <summary>Begins with a field of a segment.</summary>
    /// <param name="reader">The field.</param>
    /// <param name="workspace">Its terms will stand at each term that is found.</param>
    public void Begin(FieldReader reader, Workspace workspace)
    {
        (Reader, Workspace) = (reader, workspace);
        Begin();
    }

    /// <summary>Goes to the next term.</summary>
    /// <param name="rank">How near it comes, 0 the nearest.</param>
    /// <returns>Whether there is one.</returns>
    public abstract bool MoveNext(out int rank);

    /// <summary>What the dictionary says of the term.</summary>
    public virtual TermEntry Entry => Terms.Entry;

    protected abstract void Begin();

    /// <summary>Goes to the next term of the dictionary: where nothing fits, all of them are passed.</summary>
    protected bool MoveToNextTerm()
    {
        LookAtWatch();
        return Terms.MoveNext();
    }

    /// <summary>Goes to the term of this number.</summary>
    protected void MoveTo(int number)
    {
        LookAtWatch();
        Terms.MoveTo(Reader, number);
    }

    private void LookAtWatch()
    {
        if (++_passed % Glance == 0)
        {
            Workspace.Watch.Check();
        }
    }

    /// <summary>The term without half characters, as it is in the index.</summary>
    public static byte[] Encode(string term) => Encoding.UTF8.GetBytes(term);
}

/// <summary>Terms that were found before, so that the dictionary is not gone through twice.</summary>
internal sealed class FoundTerms : Expansion
{
    private readonly List<(FieldReader Reader, int Rank, TermEntry Entry)> _terms = [];
    private int _at;

    public void Clear() => _terms.Clear();

    /// <summary>Adds a term; those of one segment together.</summary>
    public void Add(FieldReader reader, int rank, TermEntry entry) => _terms.Add((reader, rank, entry));

    public override TermEntry Entry => _terms[_at].Entry;

    public override bool MoveNext(out int rank)
    {
        rank = ++_at < _terms.Count ? _terms[_at].Rank : 0;
        return _at < _terms.Count && _terms[_at].Reader == Reader;
    }

    protected override void Begin()
    {
        _at = 0;
        while (_at < _terms.Count && _terms[_at].Reader != Reader)
        {
            _at++;
        }

        _at--;
    }
}

/// <summary>Terms with a start.</summary>
internal sealed class PrefixExpansion(string start) : Expansion
{
    private readonly byte[] _start = Encode(start);
    private bool _isThere;

    public override bool MoveNext(out int rank)
    {
        rank = 0;
        var found = _isThere && Terms.Term.StartsWith(_start);
        if (found)
        {
            // The caller reads the term before it asks for the next one: so the move is made when it asks.
            _isThere = false;
            return true;
        }

        return MoveToNextTerm() && Terms.Term.StartsWith(_start);
    }

    protected override void Begin() => _isThere = Terms.SeekTo(Reader, _start);
}

/// <summary>Terms that fit a pattern of * and ?.</summary>
internal sealed class WildcardExpansion(string pattern) : Expansion
{
    private readonly byte[] _pattern = Encode(pattern);
    private readonly PrefixExpansion _literal = new(pattern[..(pattern.AsSpan().IndexOfAny('*', '?') is >= 0 and var at ? at : pattern.Length)]);

    public override bool MoveNext(out int rank)
    {
        while (_literal.MoveNext(out rank))
        {
            if (Fits(Terms.Term, _pattern))
            {
                return true;
            }
        }

        return false;
    }

    protected override void Begin() => _literal.Begin(Reader, Workspace);

    /// <summary>Goes on from the last star where it went wrong, with one more byte under the star: no pattern takes long.</summary>
    internal static bool Fits(ReadOnlySpan<byte> term, ReadOnlySpan<byte> pattern)
    {
        var (at, place, star, underStar) = (0, 0, -1, 0);
        while (at < term.Length)
        {
            if (place < pattern.Length && pattern[place] == '*')
            {
                (star, underStar) = (place++, at);
            }
            else if (place < pattern.Length && pattern[place] == '?')
            {
                place++;
                at += LengthOfCharacter(term[at]);
            }
            else if (place < pattern.Length && pattern[place] == term[at])
            {
                place++;
                at++;
            }
            else if (star >= 0)
            {
                underStar += LengthOfCharacter(term[underStar]);
                (at, place) = (underStar, star + 1);
            }
            else
            {
                return false;
            }
        }

        while (place < pattern.Length && pattern[place] == '*')
        {
            place++;
        }

        return place == pattern.Length && at == term.Length;
    }

    private static int LengthOfCharacter(byte first) => first switch { < 0x80 => 1, < 0xE0 => 2, < 0xF0 => 3, _ => 4 };
}
