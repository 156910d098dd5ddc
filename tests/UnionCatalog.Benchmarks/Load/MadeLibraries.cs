using System.Globalization;
using System.Text.Json;
using UnionCatalog.Benchmarks.FullText;
using UnionCatalog.Benchmarks.Matching.Generated;
using UnionCatalog.Members;
using UnionCatalog.Records;

namespace UnionCatalog.Benchmarks.Load;

/// <summary>The network's libraries: of every kind, in forty regencies. They send their records themselves, so that nothing is harvested meanwhile.</summary>
internal static class MadeLibraries
{
    public const int Count = 200;

    private const ulong Seed = 0x11B2_A21E;
    private const int Regencies = 40;

    /// <summary>A hash of no password.</summary>
    private const string NoPassword = "pbkdf2-sha256$600000$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static readonly string[] Places = WordLists.Of("places");
    private static readonly string[] Provinces = ["Jawa Barat", "Jawa Tengah", "DI Yogyakarta", "Jawa Timur", "Bali", "Sumatera Utara", "Sulawesi Selatan"];

    private static readonly (LibraryKind Kind, string Name)[] Kinds =
    [
        (LibraryKind.PrimarySchool, "SD Negeri"), (LibraryKind.PrimarySchool, "SD Negeri"), (LibraryKind.JuniorHighSchool, "SMP Negeri"),
        (LibraryKind.JuniorHighSchool, "SMP Negeri"), (LibraryKind.SeniorHighSchool, "SMA Negeri"), (LibraryKind.SeniorHighSchool, "SMA Negeri"),
        (LibraryKind.VocationalSchool, "SMK Negeri"), (LibraryKind.Madrasah, "MAN"), (LibraryKind.PublicLibrary, "Perpustakaan Umum"), (LibraryKind.Other, "Taman Bacaan"),
    ];

    /// <summary>How the libraries' records come.</summary>
    public static IReadOnlyList<Library> All { get; } = [.. Enumerable.Range(0, Count).Select(number => Library.Draw(Seed, number, ErrorRates.Usual))];

    /// <summary>The regencies, for searches that are narrowed by them.</summary>
    public static string Regency(int number) => $"Kabupaten {Places[number % Regencies]}";

    /// <summary>The written name of a library's kind.</summary>
    public static string KindOf(int number) => LibraryKindNames.Of(Kinds[number % Kinds.Length].Kind);

    /// <summary>Writes a configuration file for each.</summary>
    public static void WriteConfigurations(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (number, library) in All.Index())
        {
            File.WriteAllText(Path.Combine(folder, $"{library.Source}.json"), JsonSerializer.Serialize(Configuration(number, library.Source)));
        }
    }

    private static object Configuration(int number, SourceId id)
    {
        var dice = Dice.For(Seed, number);
        var regency = number / 5 % Regencies;
        return new
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{Kinds[number % Kinds.Length].Name} {(number / 10) + 1} {Places[regency]}"),
            kind = KindOf(number),
            place = $"Kecamatan {Places[(regency + (number % 3 * Regencies)) % Places.Length]}",
            regency = Regency(regency),
            province = Provinces[regency % Provinces.Length],
            position = new { latitude = -8 + (dice.Next(3_000) / 1_000.0), longitude = 106 + (dice.Next(8_000) / 1_000.0) },
            recordLink = $"https://{id}.example/index.php?p=show_detail&id={{number}}",
            slimsUpload = new { },
            passwordHash = NoPassword,
        };
    }
}
