// Most tests wait, for a server, a disk or a browser, and each has its own: what cannot share a machine with others says so itself.
[assembly: Parallelizable(ParallelScope.Fixtures)]
