using System.Globalization;
using System.IO.Hashing;
using System.Security;
using System.Text;
using UnionCatalog.Records.Text;

namespace UnionCatalog.Server.Covers;

/// <summary>A cover for a book of which there is no picture: cloth in a colour of batik, the kawung pattern, the title's initials.</summary>
internal static class CoverDrawing
{
    private const int MostInitials = 2;

    // Green, sogan brown, indigo, mengkudu red: each dark enough for cream letters (contrast above 7).
    private static readonly string[] Grounds = ["#084437", "#57301a", "#1d3557", "#641f2e"];

    /// <summary>The drawing, as SVG.</summary>
    /// <param name="id">The edition's name, which chooses the colour: always the same one.</param>
    /// <param name="title">The title proper; may be empty.</param>
    public static byte[] Draw(string id, string title)
    {
        var ground = Grounds[XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(id)) % (ulong)Grounds.Length];
        return Encoding.UTF8.GetBytes($"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 180" width="120" height="180">
            <defs><pattern id="k" width="20" height="20" patternUnits="userSpaceOnUse"><g fill="#ffffff" fill-opacity="0.09">
            <ellipse cx="10" cy="3" rx="3" ry="6"/><ellipse cx="10" cy="17" rx="3" ry="6"/><ellipse cx="3" cy="10" rx="6" ry="3"/><ellipse cx="17" cy="10" rx="6" ry="3"/></g></pattern></defs>
            <rect width="120" height="180" fill="{ground}"/><rect width="120" height="180" fill="url(#k)"/>
            <rect width="9" height="180" fill="#000000" fill-opacity="0.25"/><rect x="9" width="2" height="180" fill="#e9a820"/>
            <rect x="24" y="48" width="82" height="84" fill="{ground}" stroke="#e9a820" stroke-width="2"/>
            <text x="65" y="103" font-family="Charter, Georgia, serif" font-size="38" font-weight="700" fill="#fdfaf3" text-anchor="middle">{SecurityElement.Escape(Initials(title))}</text>
            </svg>
            """);
    }

    /// <summary>The first letters of the first words; a book without a title has a mark.</summary>
    public static string Initials(string title)
    {
        var letters = (DescriptionText.Clean(title) ?? "").Split([' ', '-', '/', ':', '"', '(', ')', '“', '”', ',', '.'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => char.IsLetterOrDigit(word, 0))
            .Select(word => StringInfo.GetNextTextElement(word))
            .Where(letter => letter.Length <= 8)
            .Take(MostInitials);
        return string.Concat(letters) is { Length: > 0 } initials ? initials.ToUpperInvariant() : "·";
    }
}
