namespace UnionCatalog.Availability.Reading;

/// <summary>A tag of an HTML page, with the text between it and the next.</summary>
/// <param name="Name">The element's name in small letters; an end tag's begins with a slash.</param>
/// <param name="Attributes">What stands in the tag after its name.</param>
/// <param name="Text">The text after the tag, as it is written.</param>
internal readonly record struct HtmlTag(string Name, string Attributes, string Text);
