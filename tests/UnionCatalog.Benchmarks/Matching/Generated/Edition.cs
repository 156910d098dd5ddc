namespace UnionCatalog.Benchmarks.Matching.Generated;

/// <summary>One edition as it truly is: what every record of it describes, however badly.</summary>
internal sealed record Edition
{
    /// <summary>Its number: the name of the cluster that its records belong to.</summary>
    public int Number { get; init; }

    public required string Title { get; init; }

    public string? Subtitle { get; init; }

    /// <summary>The number of the volume; null when it has none.</summary>
    public int? Volume { get; init; }

    /// <summary>The title of the volume, where it has one of its own.</summary>
    public string? VolumeTitle { get; init; }

    /// <summary>Whether libraries take the series for the title and the title for a part of it, some of them.</summary>
    public bool IsPartOfSeries { get; init; }

    /// <summary>For which class of which school; null for a book that is no schoolbook.</summary>
    public SchoolPart? School { get; init; }

    public IReadOnlyList<Person> Authors { get; init; } = [];

    /// <summary>The body that stands for the author, such as a ministry.</summary>
    public string? Body { get; init; }

    public Person? Translator { get; init; }

    public required Publisher Publisher { get; init; }

    public required int Year { get; init; }

    /// <summary>The last year in which it was printed again.</summary>
    public int LastPrinting { get; init; }

    /// <summary>1 for the first.</summary>
    public int EditionNumber { get; init; } = 1;

    /// <summary>Whether it calls itself revised in place of a number.</summary>
    public bool IsRevised { get; init; }

    public required int Pages { get; init; }

    /// <summary>Pages numbered in roman numerals; 0 for none.</summary>
    public int Preliminaries { get; init; }

    public string? Series { get; init; }

    public int? SeriesNumber { get; init; }

    public string Language { get; init; } = "ind";

    public string? OriginalTitle { get; init; }

    public string Class { get; init; } = "000";

    public string Subject { get; init; } = "";

    /// <summary>Its ISBN as 13 digits; null when the edition never had one.</summary>
    public string? Isbn { get; init; }

    /// <summary>The ISBN of the set that it is a volume of; null for none.</summary>
    public string? SetIsbn { get; init; }

    public string? Issn { get; init; }

    /// <summary>Whether it was printed in a spelling before that of 1972.</summary>
    public bool IsOldSpelling => Language == "ind" && Year < 1972;
}

/// <summary>What a schoolbook is for.</summary>
/// <param name="Level">"sd", "smp", "sma" or "smk".</param>
/// <param name="Class">1 to 12.</param>
/// <param name="Semester">1 or 2; null for the whole year.</param>
/// <param name="IsForTeachers">Whether it is the teacher's book.</param>
/// <param name="HasCompanion">Whether there are two of them, so that the pupil's says so.</param>
/// <param name="Curriculum">The curriculum, as it is printed.</param>
/// <param name="Number">The number that the book has in its series beside the class ("Fisika 2" for class XI); null for none.</param>
/// <param name="Theme">The number of the theme; null for none.</param>
internal sealed record SchoolPart(
    string Level, int Class, int? Semester, bool IsForTeachers, bool HasCompanion, string? Curriculum, int? Number, int? Theme);
