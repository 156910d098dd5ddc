using System.Xml;
using Microsoft.Extensions.Primitives;

namespace UnionCatalog.Server.OaiProvider;

/// <summary>A request whose arguments are those of its verb, or the errors that say why it is none (OAI-PMH 2.0, section 3.1).</summary>
internal sealed record OaiRequest
{
    private static readonly Dictionary<string, VerbRule> Verbs = new(StringComparer.Ordinal)
    {
        ["Identify"] = new([], [], Resumes: false),
        ["ListMetadataFormats"] = new([], ["identifier"], Resumes: false),
        ["ListSets"] = new([], [], Resumes: true),
        ["ListIdentifiers"] = new(["metadataPrefix"], ["from", "until", "set"], Resumes: true),
        ["ListRecords"] = new(["metadataPrefix"], ["from", "until", "set"], Resumes: true),
        ["GetRecord"] = new(["identifier", "metadataPrefix"], [], Resumes: false),
    };

    private OaiRequest(string verb, IReadOnlyDictionary<string, string> arguments, IReadOnlyList<OaiError> errors) =>
        (Verb, Arguments, Errors) = (verb, arguments, errors);

    /// <summary>The verb; empty when there are errors.</summary>
    public string Verb { get; }

    /// <summary>The arguments, the verb among them; empty when there are errors, for then they are not echoed (section 3.2).</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; }

    /// <summary>What is wrong with the request: every error, not the first.</summary>
    public IReadOnlyList<OaiError> Errors { get; }

    /// <summary>The value of an argument, or null.</summary>
    public string? this[string name] => Arguments.GetValueOrDefault(name);

    /// <summary>A request that could not be read.</summary>
    public static OaiRequest Unreadable(OaiErrorCode code, string message) => Refused([new(code, message)]);

    /// <summary>Checks the arguments of a request against those of its verb.</summary>
    public static OaiRequest Read(IEnumerable<KeyValuePair<string, StringValues>> pairs)
    {
        var given = pairs.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        if (VerbError(given.GetValueOrDefault("verb")) is { } problem)
        {
            return Unreadable(OaiErrorCode.BadVerb, problem);
        }

        var verb = given["verb"].ToString();
        var errors = ArgumentErrors(verb, given).Select(message => new OaiError(OaiErrorCode.BadArgument, message)).ToList();
        return errors.Count > 0
            ? Refused(errors)
            : new(verb, given.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal), []);
    }

    private static OaiRequest Refused(IReadOnlyList<OaiError> errors) => new("", new Dictionary<string, string>(), errors);

    private static string? VerbError(StringValues verb) => verb switch
    {
        { Count: 0 } => $"The argument verb is missing; it is one of {string.Join(", ", Verbs.Keys)}.",
        { Count: > 1 } => "The argument verb is given more than once.",
        _ when !Verbs.ContainsKey(verb.ToString()) => $"The verb is not one of {string.Join(", ", Verbs.Keys)}.",
        _ => null,
    };

    private static IEnumerable<string> ArgumentErrors(string verb, Dictionary<string, StringValues> given)
    {
        var rule = Verbs[verb];
        foreach (var (name, values) in given.Where(pair => pair.Key != "verb"))
        {
            if (!rule.Allows(name))
            {
                yield return $"{verb} has no argument \"{Printable(name)}\".";
            }
            else if (values.Count > 1)
            {
                yield return $"The argument {name} is given more than once.";
            }
            else if (values.ToString() is var value && (value.Length == 0 || !IsXmlText(value)))
            {
                yield return $"The argument {name} is empty or holds characters that XML cannot hold.";
            }
        }

        // The token is an exclusive argument: it stands for all the others (section 3.5).
        if (rule.Resumes && given.ContainsKey("resumptionToken"))
        {
            if (given.Count > 2)
            {
                yield return "resumptionToken stands alone: send no other argument with it but the verb.";
            }

            yield break;
        }

        foreach (var name in rule.Required.Where(name => !given.ContainsKey(name)))
        {
            yield return $"The argument {name} is missing; {verb} needs it.";
        }
    }

    private static bool IsXmlText(string text)
    {
        try
        {
            XmlConvert.VerifyXmlChars(text);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static string Printable(string name) => IsXmlText(name) ? name[..Math.Min(name.Length, 40)] : "?";

    private sealed record VerbRule(string[] Required, string[] Optional, bool Resumes)
    {
        public bool Allows(string name) => Required.Contains(name) || Optional.Contains(name) || (Resumes && name == "resumptionToken");
    }
}
