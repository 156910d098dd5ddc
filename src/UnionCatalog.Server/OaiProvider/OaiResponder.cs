namespace UnionCatalog.Server.OaiProvider;

/// <summary>Answers requests from a repository: the verbs of OAI-PMH 2.0, section 4.</summary>
internal sealed class OaiResponder(OaiRepository repository)
{
    /// <summary>Answers a request.</summary>
    public OaiReply Answer(OaiRequest request) => request.Verb switch
    {
        _ when request.Errors.Count > 0 => new OaiReply.Failure(request.Errors),
        "Identify" => new OaiReply.Identify(),
        "ListMetadataFormats" => Formats(request["identifier"]),
        "ListSets" => Sets(request["resumptionToken"]),
        "GetRecord" => Record(request["identifier"]!, request["metadataPrefix"]!),
        "ListIdentifiers" => List(request, page => new OaiReply.Headers(page)),
        _ => List(request, page => new OaiReply.Records(page)),
    };

    private OaiReply Formats(string? identifier)
    {
        if (identifier is null)
        {
            return new OaiReply.Formats(repository.Formats);
        }

        if (repository.Find(identifier) is not { } item)
        {
            return Unknown(identifier);
        }

        var formats = repository.Formats.Where(format => item.Metadata.ContainsKey(format.Prefix)).ToList();
        return formats.Count > 0
            ? new OaiReply.Formats(formats)
            : new OaiReply.Failure(OaiErrorCode.NoMetadataFormats, $"{identifier} has no metadata{(item.Deleted ? "; it is deleted" : "")}.");
    }

    private OaiReply Sets(string? token) => token is not null
        ? new OaiReply.Failure(OaiErrorCode.BadResumptionToken, "The sets are listed on one page; there is no token for them.")
        : repository.Sets.Count == 0 ? NoSets() : new OaiReply.Sets();

    private OaiReply Record(string identifier, string prefix) => repository.Find(identifier) switch
    {
        null => Unknown(identifier),
        var item when repository.HasFormat(prefix) && item.IsIn(prefix) => new OaiReply.Record(item, prefix),
        _ => NoFormat(prefix),
    };

    private OaiReply List(OaiRequest request, Func<OaiPage, OaiReply> reply)
    {
        if (request["resumptionToken"] is { } token)
        {
            return Resume(token, reply);
        }

        var errors = new List<OaiError>();
        var selection = Select(request, errors);
        if (errors.Count > 0)
        {
            return new OaiReply.Failure(errors);
        }

        var page = repository.Page(selection);
        return page.Items.Count > 0
            ? reply(page)
            : new OaiReply.Failure(OaiErrorCode.NoRecordsMatch, "No record fits these arguments.");
    }

    private OaiReply Resume(string text, Func<OaiPage, OaiReply> reply)
    {
        var page = ResumptionToken.Read(text) is { } token && repository.HasFormat(token.Selection.Prefix)
            ? repository.Page(token.Selection, token)
            : null;
        return page is { Items.Count: > 0 }
            ? reply(page)
            : new OaiReply.Failure(OaiErrorCode.BadResumptionToken, "This token is none of this repository's; start the list again.");
    }

    private OaiSelection Select(OaiRequest request, List<OaiError> errors)
    {
        var (prefix, set) = (request["metadataPrefix"]!, request["set"]);
        var from = Bound(request, "from", errors);
        var until = Bound(request, "until", errors);
        if (from?.Granularity != until?.Granularity && from is not null && until is not null)
        {
            errors.Add(new(OaiErrorCode.BadArgument, "from and until are written in different granularities."));
        }
        else if (from?.Instant > until?.Instant)
        {
            errors.Add(new(OaiErrorCode.BadArgument, "from is later than until."));
        }

        if (!repository.HasFormat(prefix))
        {
            errors.AddRange(NoFormat(prefix).Errors);
        }

        if (set is not null && repository.Sets.Count == 0)
        {
            errors.AddRange(NoSets().Errors);
        }
        else if (set is not null && !OaiSet.IsPath(set))
        {
            errors.Add(new(OaiErrorCode.BadArgument, "The argument set is not a path of set names with colons between them."));
        }

        // until is inclusive, so a day ends with its last instant (section 2.7.1).
        var last = until is { Granularity: OaiGranularity.Day } ? until.Value.Instant.AddTicks(TimeSpan.TicksPerDay - 1) : until?.Instant;
        return new(prefix, from?.Instant, last, set);
    }

    private (DateTimeOffset Instant, OaiGranularity Granularity)? Bound(OaiRequest request, string name, List<OaiError> errors)
    {
        if (request[name] is not { } text)
        {
            return null;
        }

        var finest = repository.Identity.Granularity;
        if (OaiDatestamp.Read(text) is { } bound && bound.Granularity <= finest)
        {
            return bound;
        }

        errors.Add(new(OaiErrorCode.BadArgument, $"The argument {name} is not a date of the form {OaiDatestamp.Name(finest)}"
            + (finest == OaiGranularity.Day ? "." : $" or {OaiDatestamp.Name(OaiGranularity.Day)}.")));
        return null;
    }

    private static OaiReply.Failure Unknown(string identifier) => new(OaiErrorCode.IdDoesNotExist, $"There is no item {identifier}.");

    private static OaiReply.Failure NoSets() => new(OaiErrorCode.NoSetHierarchy, "This repository has no sets.");

    private OaiReply.Failure NoFormat(string prefix) => new(
        OaiErrorCode.CannotDisseminateFormat,
        $"The format {prefix} is not to be had; see {string.Join(", ", repository.Formats.Select(format => format.Prefix))}.");
}
