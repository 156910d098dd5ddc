namespace UnionCatalog.FullText.Segments;
