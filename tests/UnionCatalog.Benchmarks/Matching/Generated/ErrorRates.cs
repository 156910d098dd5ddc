namespace UnionCatalog.Benchmarks.Matching.Generated;

/// <summary>
/// How often what goes wrong: shares from 0 to 1, of the records to which it could happen unless something else is said. They
/// happen independently of each other, so that a record often has several.
/// </summary>
internal sealed record ErrorRates
{
    /// <summary>The rates of a usual network.</summary>
    public static readonly ErrorRates Usual = new();

    /// <summary>A typing slip in the title: a letter wrong, doubled, left out, or two in the wrong order. Two slips at the square of it.</summary>
    public double TitleSlip { get; init; } = 0.05;

    /// <summary>A typing slip in a person's name.</summary>
    public double NameSlip { get; init; } = 0.025;

    /// <summary>Of the libraries: title and names in capitals throughout.</summary>
    public double CapitalsLibrary { get; init; } = 0.05;

    /// <summary>Title in capitals in another library.</summary>
    public double Capitals { get; init; } = 0.02;

    /// <summary>The subtitle, where it names no part, is left out.</summary>
    public double SubtitleDropped { get; init; } = 0.15;

    /// <summary>MARC: what belongs in $b stands in $a.</summary>
    public double SubtitleInTitle { get; init; } = 0.12;

    /// <summary>The class of a schoolbook, or the number of a volume, is left out where it stands in one place only.</summary>
    public double PartDropped { get; init; } = 0.004;

    /// <summary>A wrong number for the part.</summary>
    public double PartSlip { get; init; } = 0.001;

    /// <summary>The pupil's book does not say that it is the pupil's.</summary>
    public double PupilUnsaid { get; init; } = 0.35;

    /// <summary>The teacher's book does not say that it is the teacher's.</summary>
    public double TeacherUnsaid { get; init; } = 0.005;

    /// <summary>The curriculum is not named.</summary>
    public double CurriculumUnsaid { get; init; } = 0.6;

    /// <summary>A book of a series for children is entered under the series, its own title following.</summary>
    public double UnderSeries { get; init; } = 0.10;

    /// <summary>The series is left out.</summary>
    public double SeriesDropped { get; init; } = 0.35;

    /// <summary>The name is turned the other way than the library does.</summary>
    public double NameTurned { get; init; } = 0.12;

    /// <summary>All words of a name but one are given as initials.</summary>
    public double Initials { get; init; } = 0.04;

    /// <summary>Honorifics and degrees are kept in the name.</summary>
    public double TitlesKept { get; init; } = 0.15;

    /// <summary>"al-" and "bin" are left out or written in another way.</summary>
    public double ArabicVaried { get; init; } = 0.35;

    /// <summary>No author at all.</summary>
    public double AuthorsMissing { get; init; } = 0.03;

    /// <summary>All authors but the first are left out.</summary>
    public double OthersMissing { get; init; } = 0.22;

    /// <summary>The authors in another order.</summary>
    public double OrderChanged { get; init; } = 0.06;

    /// <summary>The translator is left out.</summary>
    public double TranslatorMissing { get; init; } = 0.45;

    /// <summary>A book in an old spelling is entered in the spelling of today: title, names, publisher, each by itself.</summary>
    public double Modernised { get; init; } = 0.35;

    /// <summary>No publisher.</summary>
    public double PublisherMissing { get; init; } = 0.03;

    /// <summary>The publisher by another of its names, where it has one.</summary>
    public double PublisherAlias { get; init; } = 0.2;

    /// <summary>The legal form stays with the name.</summary>
    public double LegalForm { get; init; } = 0.3;

    /// <summary>A typing slip in the publisher's name.</summary>
    public double PublisherSlip { get; init; } = 0.015;

    /// <summary>No place.</summary>
    public double PlaceMissing { get; init; } = 0.1;

    /// <summary>No year, or "[t.th.]" for it.</summary>
    public double YearMissing { get; init; } = 0.04;

    /// <summary>The year of the printing in hand in place of the edition's. No later than the year before the next edition of the house.</summary>
    public double PrintingYear { get; init; } = 0.14;

    /// <summary>Another year by a slip: one off, or a digit wrong.</summary>
    public double YearSlip { get; init; } = 0.006;

    /// <summary>The edition statement of a later edition is left out.</summary>
    public double EditionUnsaid { get; init; } = 0.1;

    /// <summary>"Ed. 1" is said of a first edition.</summary>
    public double FirstEditionSaid { get; init; } = 0.06;

    /// <summary>"Cet. 3" is said, right or not.</summary>
    public double PrintingSaid { get; init; } = 0.15;

    /// <summary>No pages.</summary>
    public double PagesMissing { get; init; } = 0.1;

    /// <summary>A few pages more or less.</summary>
    public double PagesNearly { get; init; } = 0.07;

    /// <summary>A digit of the pages wrong.</summary>
    public double PagesSlip { get; init; } = 0.004;

    /// <summary>The preliminary pages are counted in with the others.</summary>
    public double PreliminariesCounted { get; init; } = 0.08;

    /// <summary>The preliminary pages are not named.</summary>
    public double PreliminariesUnsaid { get; init; } = 0.35;

    /// <summary>No ISBN of a book that has one.</summary>
    public double IsbnMissing { get; init; } = 0.35;

    /// <summary>The ISBN in its form of 10 digits, from 2007 on; before, 0.85.</summary>
    public double IsbnOfTen { get; init; } = 0.12;

    /// <summary>A wrong digit in the ISBN, so that the check digit does not hold.</summary>
    public double IsbnInvalid { get; init; } = 0.02;

    /// <summary>The ISBN of another book: half of them of another edition of the same family, from which the record was copied.</summary>
    public double IsbnOfOther { get; init; } = 0.005;

    /// <summary>The set's ISBN on a volume, beside its own.</summary>
    public double SetIsbnToo { get; init; } = 0.35;

    /// <summary>The set's ISBN on a volume in place of its own.</summary>
    public double SetIsbnOnly { get; init; } = 0.12;

    /// <summary>The set's ISBN is not marked as that.</summary>
    public double SetIsbnUnmarked { get; init; } = 0.4;

    /// <summary>The ISBN in both forms.</summary>
    public double BothForms { get; init; } = 0.04;

    /// <summary>No language.</summary>
    public double LanguageMissing { get; init; } = 0.06;

    /// <summary>A wrong language: Indonesian, as the system proposes it, for a foreign book.</summary>
    public double LanguageWrong { get; init; } = 0.02;

    /// <summary>A library has the same edition twice, in two records.</summary>
    public double OwnDuplicate { get; init; } = 0.1;
}
