namespace UnionCatalog.Matching.Features;

/// <summary>What tells one part of a work, or one book of a course, from its sisters.</summary>
internal enum PartKind
{
    /// <summary>Jilid, volume, bagian, buku, nomor, or a bare number at the end of the title.</summary>
    Volume,

    /// <summary>The class at school, 1 to 12.</summary>
    Class,

    /// <summary>The semester; ganjil is 1, genap is 2.</summary>
    Semester,

    /// <summary>The theme of a thematic textbook.</summary>
    Theme,

    /// <summary>The subtheme of a thematic textbook.</summary>
    Subtheme,

    /// <summary>The kinds of school, such as sma and smk; agrees when any is shared.</summary>
    Level,

    /// <summary>For whom the book of a course is: the pupil's book, the teacher's, the exercises.</summary>
    Companion,

    /// <summary>The curriculum that the book of a course follows, such as k13.</summary>
    Curriculum,
}
