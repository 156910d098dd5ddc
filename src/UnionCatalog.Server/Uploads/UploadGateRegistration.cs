namespace UnionCatalog.Server.Uploads;

/// <summary>Makes the gate that every upload goes through: one for all of them, so that guesses at one door count at the others.</summary>
internal static class UploadGateRegistration
{
    public static IServiceCollection AddUploadGate(this IServiceCollection services) => services
        .AddSingleton(new UploadGateOptions())
        .AddSingleton<UploadGate>();
}
