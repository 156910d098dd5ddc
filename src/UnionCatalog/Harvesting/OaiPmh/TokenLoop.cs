namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>
/// Notices a list that goes round in a circle, whatever the circle's length, and remembers one token only
/// (R. P. Brent, "An improved Monte Carlo factorization algorithm", BIT 20, 1980, section 2).
/// </summary>
internal sealed class TokenLoop
{
    private string? _remembered;
    private long _steps;
    private long _power = 1;

    /// <summary>Takes the next token. True when the list has come to where it was before; a circle may be run a few times until then.</summary>
    public bool Closes(string token)
    {
        if (token == _remembered)
        {
            return true;
        }

        if (++_steps == _power)
        {
            (_remembered, _steps, _power) = (token, 0, _power * 2);
        }

        return false;
    }
}
