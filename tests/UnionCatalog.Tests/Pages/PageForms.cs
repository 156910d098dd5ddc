using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace UnionCatalog.Tests.Pages;

/// <summary>Forms as a browser without scripts sends them.</summary>
internal static class PageForms
{
    /// <summary>The address that a form is sent to, with some of its boxes ticked or unticked first, named as "library=sman-1".</summary>
    public static string Send(this IParentNode page, string form, params string[] ticks)
    {
        var sent = (IHtmlFormElement)page.QuerySelector(form)!;
        foreach (var tick in ticks.Select(tick => tick.Split('=', 2)))
        {
            var box = sent.QuerySelectorAll("input[type=checkbox]").Cast<IHtmlInputElement>().Single(box => box.Name == tick[0] && box.Value == tick[1]);
            box.IsChecked = !box.IsChecked;
        }

        var query = Fields(sent).Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}");
        return $"{sent.GetAttribute("action")}?{string.Join('&', query)}";
    }

    private static IEnumerable<(string Name, string Value)> Fields(IHtmlFormElement form) => form.QuerySelectorAll("input, select, button").SelectMany(field => field switch
    {
        IHtmlInputElement { Type: "checkbox", IsChecked: false } or { LocalName: "button" } when field.GetAttribute("name") is null => [],
        IHtmlInputElement { Type: "checkbox", IsChecked: false } => [],
        IHtmlInputElement input when input.Name is { Length: > 0 } name => [(name, input.Value)],
        IHtmlSelectElement select when select.Name is { Length: > 0 } name => [(name, select.Value ?? "")],
        IHtmlButtonElement button when button.GetAttribute("name") is { Length: > 0 } name => [(name, button.GetAttribute("value") ?? "")],
        _ => Array.Empty<(string, string)>(),
    });
}
