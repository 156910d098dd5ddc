using UnionCatalog.Server.Commands;

return await CommandLine.RunAsync(args);
