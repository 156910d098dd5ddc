namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>Breaks text into lines for a letter, a file's comments or a terminal.</summary>
public static class Paragraph
{
    /// <summary>The lines of a text: broken between words, and where the text itself has a line's end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The most letters a line; a longer word, such as an address, has a line of its own.</param>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        foreach (var part in text.Split('\n'))
        {
            var line = "";
            foreach (var word in part.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > width)
                {
                    yield return line;
                    line = word;
                }
                else
                {
                    line = line.Length == 0 ? word : $"{line} {word}";
                }
            }

            yield return line;
        }
    }

    /// <summary>The lines of a text, the first after <paramref name="first"/> and the others as far in.</summary>
    public static IEnumerable<string> Hang(string first, string text, int width) =>
        Wrap(text, width - first.Length).Select((line, number) => (number == 0 ? first : new string(' ', first.Length)) + line);
}
