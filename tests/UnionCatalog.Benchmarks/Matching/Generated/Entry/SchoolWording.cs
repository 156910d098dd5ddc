using UnionCatalog.Benchmarks.FullText;

namespace UnionCatalog.Benchmarks.Matching.Generated.Entry;

/// <summary>The many ways in which libraries say which class a schoolbook is for.</summary>
internal static class SchoolWording
{
    public static string Of(SchoolPart part, bool isRevised, int year, ErrorRates rates, ref Dice dice)
    {
        var phrases = new List<string>();
        var number = dice.Happens(rates.PartSlip) ? part.Class + 1 : part.Class;
        if (!dice.Happens(rates.PartDropped))
        {
            phrases.Add(ClassPhrase(LevelWord(part.Level, ref dice), dice.Hits(60) ? Wording.Roman(number) : Wording.Number(number), ref dice));
        }

        if (part.Theme is { } theme)
        {
            phrases.Insert(dice.Next(phrases.Count + 1), $"tema {theme}");
        }

        if (part.Semester is { } semester && !dice.Happens(rates.PartDropped))
        {
            phrases.Add(dice.Hits(70) ? $"semester {semester}" : dice.Hits(50) ? $"semester {(semester == 1 ? "ganjil" : "genap")}" : $"semester {(semester == 1 ? "I" : "II")}");
        }

        if (part.IsForTeachers ? !dice.Happens(rates.TeacherUnsaid) : part.HasCompanion && !dice.Happens(rates.PupilUnsaid))
        {
            var companion = part.IsForTeachers ? (dice.Hits(80) ? "buku guru" : "buku pegangan guru") : dice.Hits(85) ? "buku siswa" : "buku pegangan siswa";
            phrases.Insert(dice.Hits(50) ? 0 : phrases.Count, companion);
        }

        if (part.Curriculum is { } curriculum && !dice.Happens(rates.CurriculumUnsaid))
        {
            phrases.Add(curriculum);
        }

        if (isRevised && dice.Hits(35))
        {
            phrases.Add($"edisi revisi {year}");
        }

        return string.Join(dice.Hits(70) ? " " : ", ", phrases);
    }

    private static string ClassPhrase(string level, string number, ref Dice dice) => dice.Next(6) switch
    {
        0 or 1 => $"untuk {level} kelas {number}",
        2 => $"{level} kelas {number}",
        3 => $"untuk kelas {number} {level}",
        4 => $"kelas {number} {level}",
        _ => $"untuk {level} kls. {number}",
    };

    private static string LevelWord(string level, ref Dice dice) => level switch
    {
        "sd" => dice.Pick(["SD/MI", "SD/MI", "SD", "Sekolah Dasar"]),
        "smp" => dice.Pick(["SMP/MTs", "SMP/MTs", "SMP", "Sekolah Menengah Pertama"]),
        "sma" => dice.Pick(["SMA/MA", "SMA/MA", "SMA", "Sekolah Menengah Atas"]),
        _ => dice.Pick(["SMK/MAK", "SMK", "SMK", "Sekolah Menengah Kejuruan"]),
    };
}
