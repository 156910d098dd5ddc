namespace UnionCatalog.Server.Commands;

/// <summary>What the process tells whoever started it. Listed in the help text and in README.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>At least one member could not be harvested; the others were. Of the check-up: the library cannot join yet.</summary>
    public const int HarvestFailed = 1;

    /// <summary>The command line or a configuration file is wrong; nothing was started.</summary>
    public const int WrongConfiguration = 2;

    /// <summary>The data folder cannot be used: in use by another process, not writable, full, or SQLite is missing.</summary>
    public const int DataUnusable = 3;

    /// <summary>The address to serve on cannot be had, usually because another program has it.</summary>
    public const int AddressInUse = 4;

    /// <summary>Something went wrong that should not have; what was stored is kept.</summary>
    public const int Fault = 5;
}
