namespace UnionCatalog.Matching.Comparison;

/// <summary>What comparing one feature of two records came to.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Level">How well it agrees.</param>
/// <param name="Left">The first record's value as compared; empty when it has none.</param>
/// <param name="Right">The second record's.</param>
/// <param name="Weight">What it adds for "the same", in hundredths of a nat; negative speaks against.</param>
internal sealed record Evidence(Feature Feature, Level Level, string Left, string Right, int Weight)
{
    /// <summary>Whether it agrees.</summary>
    public Agreement Agreement => AgreementOf(Level);

    /// <summary>Whether a feature agrees at a level.</summary>
    public static Agreement AgreementOf(Level level) => level switch
    {
        Level.Unknown => Agreement.Unknown,
        Level.Equal or Level.EqualLong or Level.EqualCommon or Level.ProperEqual or Level.ProperEqualCommon or Level.Compatible or Level.InStatement
            or Level.ScriptEqual => Agreement.Agree,
        Level.Differs or Level.NumberDiffers => Agreement.Disagree,
        _ => Agreement.Near,
    };
}

/// <summary>The features that are compared.</summary>
internal enum Feature
{
    /// <summary>The ISBNs of the volume.</summary>
    Isbn,

    /// <summary>The ISSNs.</summary>
    Issn,

    /// <summary>Numbers of national bibliographies and union catalogues.</summary>
    Number,

    /// <summary>The title.</summary>
    Title,

    /// <summary>The title in its original script.</summary>
    OriginalScript,

    /// <summary>The number of the volume.</summary>
    Volume,

    /// <summary>The class, semester, theme, kind of school and curriculum of a textbook.</summary>
    Course,

    /// <summary>For whom the book of a course is: the pupil's book, the teacher's, the exercises.</summary>
    Companion,

    /// <summary>Persons and bodies.</summary>
    Author,

    /// <summary>The years of publication.</summary>
    Year,

    /// <summary>The publisher.</summary>
    Publisher,

    /// <summary>The place of publication.</summary>
    Place,

    /// <summary>The series.</summary>
    Series,

    /// <summary>The edition.</summary>
    Edition,

    /// <summary>The pages.</summary>
    Pages,

    /// <summary>How many volumes it has.</summary>
    Volumes,

    /// <summary>The language.</summary>
    Language,

    /// <summary>The kind of thing.</summary>
    Format,
}

/// <summary>Whether a feature agrees.</summary>
internal enum Agreement
{
    /// <summary>One record or both say nothing of it, or nothing can be told from what they say.</summary>
    Unknown,

    /// <summary>Agrees.</summary>
    Agree,

    /// <summary>Neither agrees nor disagrees.</summary>
    Near,

    /// <summary>Both say something of it, and it is not the same.</summary>
    Disagree,
}
