namespace UnionCatalog.Tests.FaultInjection;

/// <summary>The line that says what happened, as whoever is on duty reads it.</summary>
internal static class OneLine
{
    private const int Longest = 500;

    /// <summary>Asserts that it is one line of whole sentences, and that nothing of the program shows in it.</summary>
    public static void AssertReadable(string line)
    {
        Assert.That(line, Does.Match(@"^[A-Z0-9].*([.!…]| It said: .+)$"), "one line of whole sentences");
        Assert.That(line, Has.Length.LessThan(Longest));
        Assert.That(line, Does.Not.Match(@"Exception|\bSystem\.|\bUnionCatalog\.[A-Z]|\b[Nn]ull\b|   at |0x[0-9A-F]{4}|[\x00-\x1f\x7f]"), "nothing of the program");
    }
}
