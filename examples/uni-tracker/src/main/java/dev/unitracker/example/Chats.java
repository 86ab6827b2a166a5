package dev.unitracker.example;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SettingsException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.telegram.TelegramNotifier;
import java.util.Optional;

/** What the settings say of Telegram. */
final class Chats {

    static final String TOKEN = "TELEGRAM_BOT_TOKEN";
    static final String CHATS = "TELEGRAM_CHAT_ID";
    private static final String ADDRESS = "TELEGRAM_API_URL";

    private Chats() {}

    /**
     * Returns the notifier of the chats that are set; empty if none are.
     *
     * @throws SettingsException if only one of token and chats is set, or one cannot be right
     */
    static Optional<TelegramNotifier> of(Settings settings) {
        Optional<String> token = settings.get(TOKEN);
        Optional<String> chats = settings.get(CHATS);
        if (token.isEmpty() && chats.isEmpty()) {
            return Optional.empty();
        }
        if (token.isEmpty() || chats.isEmpty()) {
            throw new SettingsException((token.isEmpty() ? TOKEN : CHATS)
                    + " is missing; Telegram needs a bot's token and the ids of the chats to tell, with commas between them"
                    + "; how to learn an id: watch --help");
        }
        String[] ids = chats.get().split(",", -1);
        TelegramNotifier.Builder builder = Settings.named(
                TOKEN + " or " + CHATS,
                () -> TelegramNotifier.to(ids[0], token.get()).and(ids));
        settings.get(ADDRESS).ifPresent(address -> {
            checkAddress(address);
            Settings.named(ADDRESS, () -> builder.baseUrl(address));
        });
        return Optional.of(builder.build());
    }

    private static void checkAddress(String address) {
        if (!address.matches("(?i)https?://[^/]+.*")) {
            throw new SettingsException(ADDRESS + " must read like https://api.telegram.org, not '" + address + "'");
        }
    }

    /**
     * Asks Telegram whether it knows the bot and the chats, and says what is wrong; a chat may still be opened while the
     * program runs.
     *
     * @throws SettingsException if Telegram does not know the token
     */
    static void check(TelegramNotifier chats, Console console) {
        try {
            chats.check().forEach(wrong -> console.error("Telegram: " + wrong + " (" + CHATS + ")"));
        } catch (LoginRefusedException e) {
            throw new SettingsException(TOKEN + ": " + e.getMessage(), e);
        } catch (SourceUnavailableException e) {
            console.error("Telegram: " + e.getMessage() + "; it is tried again later");
        }
    }
}
