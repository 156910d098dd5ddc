namespace UnionCatalog.Records.Text;

/// <summary>Languages as catalogues write them, as codes of ISO 639-2/B.</summary>
public static class LanguageCodes
{
    /// <summary>
    /// The ISO 639-2/B code of a code (two or three letters, either variant) or a name in English or Indonesian, compared
    /// without case; null for what is no language.
    /// </summary>
    public static string? Find(string codeOrName) => throw new NotImplementedException();
}
