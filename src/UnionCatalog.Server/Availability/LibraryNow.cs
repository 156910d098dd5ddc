using UnionCatalog.Availability;

namespace UnionCatalog.Server.Availability;

/// <summary>What is known of a library's items of an edition, and since when.</summary>
/// <param name="CanBeAsked">Whether its catalogue is asked at all.</param>
/// <param name="Told">What it tells now; null when it was not asked or did not answer.</param>
/// <param name="Harvested">When its last harvest was complete; null when none was.</param>
/// <param name="TimeZone">The time zone in which its readers reckon.</param>
public sealed record LibraryNow(bool CanBeAsked, ItemsNow? Told, DateTimeOffset? Harvested, TimeZoneInfo TimeZone);
