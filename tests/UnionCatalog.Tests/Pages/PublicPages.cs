using UnionCatalog.Tests.Api;

namespace UnionCatalog.Tests.Pages;

/// <summary>The pages that everyone may see, each in the forms in which it looks different, for whatever is asked of all of them.</summary>
internal static class PublicPages
{
    public static async Task<(string Name, string Address)[]> OfAsync(RunningService service)
    {
        var arabic = (await service.GetJsonAsync("/api/search?q=%D9%82%D8%A7%D9%85%D9%88%D8%B3")).Ids()[0];
        var held = (await service.GetJsonAsync("/api/search?sort=mostHeld")).Ids()[0];
        var edition = (await service.GetJsonAsync("/api/search?q=ronggeng+dukuh+paruk&yearFrom=2003")).Ids()[0];
        var twice = (await service.GetJsonAsync("/api/libraries/smkn-1-sukamaju/duplicates")).GetProperty("editions").EnumerateArray().First().Id();
        return
        [
            ("home", "/"), ("search", "/search?q=sejarah&library=perpusda-sukamaju&available=now"), ("everything", "/search"), ("arabic", "/search?language=ara"),
            ("nothing", "/search?q=xyzzy&kind=madrasah"), ("advanced", "/advanced?q=sejarah&author=toer&yearFrom=1990"), ("help", "/help"),
            ("record", $"/records/{held}"), ("record-arabic", $"/records/{arabic}"), ("record-editions", $"/records/{edition}"), ("record-twice", $"/records/{twice}"),
            ("matching", $"/records/{held}/matching"), ("libraries", "/libraries"), ("library", "/libraries/perpusda-sukamaju"), ("library-mailed", "/libraries/sman-1-sukamaju"), ("new", "/new"), ("new-of", "/new?library=sdn-1-sukamaju&language=ind"),
            ("basket", $"/basket?id={held}&id={arabic}"), ("bibliography", $"/bibliography?id={held}&id={arabic}"), ("widget", "/widget"), ("nearest", "/search?q=komik&near=Kecamatan+Mekarsari&sort=nearest"), ("duplicates", "/libraries/smkn-1-sukamaju/duplicates"),
            ("browse", "/browse"), ("browse-list", "/browse/title?from=ronggeng+dukuh+parux"), ("browse-shelf", "/browse/callNumber"), ("missing", "/nothing"), ("invalid", "/search?page=0"), ("docs", "/api/docs"), ("upload", "/upload/nowhere"), ("coordinator", "/coordinator"),
        ];
    }
}
