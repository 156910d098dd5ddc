using System.Globalization;
using Microsoft.Data.Sqlite;

namespace UnionCatalog.Store.Sqlite;

/// <summary>The kept reports, as rows. Their dates sort as they are written.</summary>
internal sealed class SqliteReportStore(SqliteDatabase database) : IReportStore
{
    private const string DateForm = "yyyy-MM-dd";
    private const string Last = "9999-12-31";
    private const string Select = "SELECT date, drawn, json FROM reports ";

    public Task<KeptReport> KeepAsync(KeptReport report, CancellationToken cancellation) => database.WriteAsync(
        session =>
        {
            session.Execute(
                "INSERT INTO reports (date, drawn, json) VALUES (?1, ?2, ?3) ON CONFLICT (date) DO NOTHING",
                Write(report.Date), report.Drawn.ToStored(), report.Json.ToArray());
            return Find(session, report.Date)!;
        },
        cancellation);

    public Task<KeptReport?> FindAsync(DateOnly date, CancellationToken cancellation) =>
        database.ReadAsync(session => Find(session, date), cancellation);

    public Task<IReadOnlyList<KeptReport>> ListAsync(DateOnly? before, int limit, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<KeptReport>>(
            session => session.List(Select + "WHERE date < ?1 ORDER BY date DESC LIMIT ?2", Read, before is { } date ? Write(date) : Last, limit),
            cancellation);

    private static KeptReport? Find(SqliteSession session, DateOnly date) => session.FindRow(Select + "WHERE date = ?1", Read, Write(date));

    private static KeptReport Read(SqliteDataReader row) => new(
        DateOnly.ParseExact(row.GetString(0), DateForm, CultureInfo.InvariantCulture), row.GetTime(1), row.GetFieldValue<byte[]>(2));

    private static string Write(DateOnly date) => date.ToString(DateForm, CultureInfo.InvariantCulture);
}
