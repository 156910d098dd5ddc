namespace UnionCatalog.Members;

/// <summary>Distances on the earth, taken for a ball: they are at most half a per cent off.</summary>
public static class Distance
{
    // The mean radius of the International Union of Geodesy and Geophysics.
    private const double EarthRadius = 6371.0088;

    /// <summary>The length of the great circle between two places, in kilometres.</summary>
    public static double Kilometres(GeoPosition from, GeoPosition to)
    {
        var (here, there) = (double.DegreesToRadians(from.Latitude), double.DegreesToRadians(to.Latitude));
        var north = Math.Sin((there - here) / 2);
        var east = Math.Sin(double.DegreesToRadians(to.Longitude - from.Longitude) / 2);
        var haversine = (north * north) + (Math.Cos(here) * Math.Cos(there) * east * east);
        return 2 * EarthRadius * Math.Asin(Math.Sqrt(Math.Min(1, haversine)));
    }

    /// <summary>The middle of some places on the ball; null where there is none, or they cancel each other out.</summary>
    public static GeoPosition? Mean(IEnumerable<GeoPosition> positions)
    {
        var (x, y, z, count) = (0.0, 0.0, 0.0, 0);
        foreach (var position in positions)
        {
            var (north, east) = (double.DegreesToRadians(position.Latitude), double.DegreesToRadians(position.Longitude));
            x += Math.Cos(north) * Math.Cos(east);
            y += Math.Cos(north) * Math.Sin(east);
            z += Math.Sin(north);
            count++;
        }

        var level = Math.Sqrt((x * x) + (y * y));
        return Math.Sqrt((level * level) + (z * z)) < 1e-9 * Math.Max(1, count)
            ? null
            : new GeoPosition(double.RadiansToDegrees(Math.Atan2(z, level)), double.RadiansToDegrees(Math.Atan2(y, x)));
    }
}
