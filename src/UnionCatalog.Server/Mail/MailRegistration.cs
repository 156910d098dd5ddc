using UnionCatalog.Server.Commands;

namespace UnionCatalog.Server.Mail;

/// <summary>Puts the mail at the service of the host.</summary>
internal static class MailRegistration
{
    /// <summary>Registers the <see cref="Mailer"/>, where mail is wished for.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, ServiceSettings settings) => settings.Mail is not { } mail
        ? services
        : services
            .AddSingleton(mail)
            .AddSingleton(new Postbox(Path.Combine(settings.Data, "mail")))
            .AddSingleton<Mailer>()
            .AddHostedService(provider => provider.GetRequiredService<Mailer>());
}
