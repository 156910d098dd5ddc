using System.Text.Json;

namespace UnionCatalog.Members;

/// <summary>What is wrong with how a library's catalogue is to be asked for the status of its items, beyond what the schema sees.</summary>
internal static class StatusCheck
{
    private const string Example = """{ "slims": "https://…/index.php?p=show_detail&id={number}" }""";

    public static IEnumerable<(string Path, string Message)> Check(JsonElement json) => !json.TryGetProperty("status", out var status) ? [] : status.ValueKind switch
    {
        JsonValueKind.True when MemberPresets.FindStatus(json) is null =>
            [("$.status", $"is true, but the preset and the address of its records do not tell how its catalogue is asked; write it out, such as {Example}")],
        JsonValueKind.Object => CheckForms(status),
        _ => [],
    };

    private static IEnumerable<(string Path, string Message)> CheckForms(JsonElement status)
    {
        var forms = status.EnumerateObject().ToList();
        if (forms.Count != 1)
        {
            return [("$.status", forms.Count == 0
                ? $"does not say how its catalogue is asked; write one of \"slims\", \"koha\" and \"daia\" with its address, such as {Example}"
                : $"says in more than one way how its catalogue is asked ({string.Join(", ", forms.Select(form => form.Name))}); keep one")];
        }

        return forms[0].Value.ValueKind == JsonValueKind.String && MeaningCheck.RecordLinkError(forms[0].Value.GetString()!) is { } problem
            ? [(JsonMap.Key("$.status", forms[0].Name), problem)]
            : [];
    }
}
