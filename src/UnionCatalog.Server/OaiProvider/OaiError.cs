namespace UnionCatalog.Server.OaiProvider;

/// <summary>The error conditions of the standard (OAI-PMH 2.0, section 3.6). The names are its codes with a capital.</summary>
internal enum OaiErrorCode
{
    /// <summary>An argument is missing, repeated, unknown or of the wrong form.</summary>
    BadArgument,

    /// <summary>The token is none that this repository gave.</summary>
    BadResumptionToken,

    /// <summary>The verb is missing, repeated or unknown.</summary>
    BadVerb,

    /// <summary>The format is not available, or not for this item.</summary>
    CannotDisseminateFormat,

    /// <summary>There is no such item.</summary>
    IdDoesNotExist,

    /// <summary>Nothing is selected.</summary>
    NoRecordsMatch,

    /// <summary>The item has no metadata in any format.</summary>
    NoMetadataFormats,

    /// <summary>The repository has no sets.</summary>
    NoSetHierarchy,
}

/// <summary>An error to report.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Message">What is wrong and what to do, for the person who looks after the harvester.</param>
internal sealed record OaiError(OaiErrorCode Code, string Message)
{
    /// <summary>Whether the reply may repeat the arguments: not where they themselves are at fault (section 3.2).</summary>
    public bool EchoesArguments => Code is not (OaiErrorCode.BadVerb or OaiErrorCode.BadArgument);

    /// <summary>The code as the standard spells it.</summary>
    public string CodeName
    {
        get
        {
            var name = Code.ToString();
            return char.ToLowerInvariant(name[0]) + name[1..];
        }
    }
}
