using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace UnionCatalog.Store.Sqlite;

/// <summary>
/// Binds the managed side of SQLite to the operating system's own library, which the system keeps patched.
/// </summary>
internal static class NativeSqlite
{
    // 3.37 has STRICT tables, and RETURNING since 3.35: both are used.
    private const int LeastVersion = 3_037_000;

    private static readonly Lazy<string> Bound = new(Bind);

    /// <summary>The version of the library, such as "3.40.1"; the first call binds it.</summary>
    /// <exception cref="InvalidOperationException">It is missing, too old or not safe with threads; the message says what to install.</exception>
    public static string Version => Bound.Value;

    /// <summary>Refuses a library that lacks what is used here.</summary>
    internal static void Require(int number, string version, int threadSafe)
    {
        if (number < LeastVersion)
        {
            throw new InvalidOperationException($"This system's SQLite is {version}; 3.37 or newer is needed. {WhatToInstall}");
        }

        if (threadSafe == 0)
        {
            throw new InvalidOperationException($"This system's SQLite {version} was built without thread safety. {WhatToInstall}");
        }
    }

    private static string WhatToInstall =>
        OperatingSystem.IsWindows() ? $"Put sqlite3.dll from https://sqlite.org/download.html into {AppContext.BaseDirectory}, or update Windows."
        : OperatingSystem.IsMacOS() ? "Update macOS to 13 or newer."
        : "Install it with \"apt-get install libsqlite3-0\" (Debian, Ubuntu), \"dnf install sqlite-libs\" (Fedora) or \"apk add sqlite-libs\" (Alpine).";

    private static string Bind()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        try
        {
            raw.SetProvider(new SQLite3Provider_e_sqlite3());
            raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0); // counting its memory takes a lock for each piece of it
            var version = raw.sqlite3_libversion().utf8_to_string();
            Require(raw.sqlite3_libversion_number(), version, raw.sqlite3_threadsafe());
            return version;
        }
        catch (DllNotFoundException missing)
        {
            throw new InvalidOperationException($"This system has no SQLite library. {WhatToInstall}", missing);
        }
    }

    private static nint Resolve(string library, Assembly assembly, DllImportSearchPath? path)
    {
        foreach (var name in library == "e_sqlite3" ? Names() : [])
        {
            if (NativeLibrary.TryLoad(name, assembly, path, out var handle))
            {
                return handle;
            }
        }

        return 0;
    }

    // Windows: the one an administrator put beside the program goes first, because older Windows brings an older SQLite.
    // By its full path: a sqlite3.dll found elsewhere on the search path could be anyone's.
    private static string[] Names() =>
        OperatingSystem.IsWindows() ? [Path.Combine(AppContext.BaseDirectory, "sqlite3.dll"), "winsqlite3.dll"]
        : OperatingSystem.IsMacOS() ? ["libsqlite3.dylib"]
        : ["libsqlite3.so.0", "libsqlite3.so"];
}
