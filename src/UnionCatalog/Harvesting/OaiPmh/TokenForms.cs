using UnionCatalog.Members;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>
/// How a member wants its resumption tokens back: encoded, as the standard has it; raw; or with the format beside them. Which
/// it is only trying tells, and what worked is tried first the next time. Tokens themselves are opaque and never edited.
/// </summary>
/// <param name="metadataPrefix">The format of the list.</param>
/// <param name="first">The form to try first.</param>
internal sealed class TokenForms(string metadataPrefix, TokenForm first)
{
    private static readonly Uri AnyAddress = new("http://localhost/");

    private readonly List<Func<string, OaiRequest>> _forms = [.. Enum.GetValues<TokenForm>()
        .OrderBy(form => form != first)
        .Select<TokenForm, Func<string, OaiRequest>>(form => token => Request(form, token, metadataPrefix))];

    /// <summary>The request for a token's page in one form.</summary>
    public static OaiRequest Request(TokenForm form, string token, string metadataPrefix) => form switch
    {
        TokenForm.Raw => OaiRequest.NextRecordsRaw(token),
        TokenForm.WithPrefix => OaiRequest.NextRecordsWithPrefix(token, metadataPrefix),
        _ => OaiRequest.NextRecords(token),
    };

    /// <summary>The requests for a token's page, the likeliest first.</summary>
    public IReadOnlyList<OaiRequest> Of(string token) =>
        [.. _forms.Select(form => form(token)).DistinctBy(request => request.At(AnyAddress).OriginalString)];

    /// <summary>Tells which request for a token was answered.</summary>
    public void Remember(string token, OaiRequest answered)
    {
        var address = answered.At(AnyAddress).OriginalString;
        var form = _forms.First(form => form(token).At(AnyAddress).OriginalString == address);
        _forms.Remove(form);
        _forms.Insert(0, form);
    }
}
