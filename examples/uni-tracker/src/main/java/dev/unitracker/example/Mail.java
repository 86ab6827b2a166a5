package dev.unitracker.example;

import dev.unitracker.action.ActionLinks;
import dev.unitracker.error.SettingsException;
import dev.unitracker.mail.MailNotifier;
import dev.unitracker.spi.Notifier;
import java.util.List;
import java.util.Optional;

/** What the settings say of e-mail. */
final class Mail {

    static final String SERVER = "MAIL_SMTP_URL";
    static final String FROM = "MAIL_FROM";
    static final String TO = "MAIL_TO";

    private Mail() {}

    /**
     * Returns a notifier if one is set.
     *
     * @param links what a person follows to answer
     * @throws SettingsException if something is missing, or cannot be right
     */
    static Optional<Notifier> of(Settings settings, ActionLinks links) {
        List<String> names = List.of(SERVER, FROM, TO);
        if (names.stream().allMatch(name -> settings.get(name).isEmpty())) {
            return Optional.empty();
        }
        for (String name : names) {
            if (settings.get(name).isEmpty()) {
                throw new SettingsException(name + " is missing; e-mail needs " + String.join(", ", names));
            }
        }
        MailNotifier.Builder builder = Settings.named(
                SERVER, () -> MailNotifier.at(settings.get(SERVER).orElseThrow()));
        Settings.named(FROM, () -> builder.from(settings.get(FROM).orElseThrow()));
        Settings.named(TO, () -> builder.to(settings.get(TO).orElseThrow().split(",", -1)));
        settings.get("ACCOUNT").ifPresent(builder::account);
        return Optional.of(Settings.named(SERVER, () -> builder.links(links).build()));
    }
}
