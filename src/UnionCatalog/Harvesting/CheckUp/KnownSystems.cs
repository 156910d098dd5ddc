using System.Text.Json;
using System.Text.RegularExpressions;

namespace UnionCatalog.Harvesting.CheckUp;

/// <summary>Recognises library systems by the signs that systems.json lists.</summary>
internal static class KnownSystems
{
    /// <summary>The points that make a system the likely one; signs that are weak have fewer points and need company.</summary>
    private const int Enough = 4;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip };

    private static readonly SystemsFile File = Load();

    /// <summary>Where systems usually have their OAI-PMH, below the folder they are in; the likeliest first.</summary>
    public static IReadOnlyList<string> Addresses => File.Addresses;

    /// <summary>Where systems usually have SRU.</summary>
    public static IReadOnlyList<string> SruAddresses => File.SruAddresses;

    /// <summary>Every system that is known.</summary>
    public static IReadOnlyList<KnownSystem> All => File.Systems;

    /// <summary>The system with the most points; null where none has enough.</summary>
    public static KnownSystem? Recognise(Evidence evidence)
    {
        var best = All.MaxBy(system => Points(system, evidence))!;
        return Points(best, evidence) >= Enough ? best : null;
    }

    private static int Points(KnownSystem system, Evidence evidence) =>
        system.Signs.Where(sign => evidence[sign.In].Any(text => Regex.IsMatch(text, sign.Like, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant))).Sum(sign => sign.Points);

    private static SystemsFile Load()
    {
        using var stream = typeof(KnownSystems).Assembly.GetManifestResourceStream("systems.json")!;
        return JsonSerializer.Deserialize<SystemsFile>(stream, Json)!;
    }

    private sealed record SystemsFile(IReadOnlyList<string> Addresses, IReadOnlyList<string> SruAddresses, IReadOnlyList<KnownSystem> Systems);
}

/// <summary>A library system.</summary>
/// <param name="Name">Its name with the versions that look alike, such as "SLiMS 9".</param>
/// <param name="Preset">The member preset for it.</param>
/// <param name="Steps">The steps, in checkup-texts.json, by which OAI-PMH is switched on in it; null where they are not known.</param>
/// <param name="Signs">What it is recognised by.</param>
public sealed record KnownSystem(string Name, string Preset, string? Steps, IReadOnlyList<SystemSign> Signs);

/// <summary>One sign of a system.</summary>
/// <param name="In">Where it is seen: address, name, mail, identify, deleted, prefix, identifier, datestamp, token, tokenForm, record, server or page.</param>
/// <param name="Like">A regular expression, without regard to case.</param>
/// <param name="Points">How much it tells; less than nothing where it speaks against the system.</param>
public sealed record SystemSign(string In, string Like, int Points);
