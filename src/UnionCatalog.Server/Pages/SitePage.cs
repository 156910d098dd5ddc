using Microsoft.AspNetCore.Components;

namespace UnionCatalog.Server.Pages;

/// <summary>What the pages have in common.</summary>
public abstract class SitePage : ComponentBase
{
    [Parameter, EditorRequired]
    public PageContext Context { get; set; } = null!;

    protected PageTexts T => Context.Texts;
}
