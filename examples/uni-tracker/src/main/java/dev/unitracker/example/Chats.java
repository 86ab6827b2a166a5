package dev.unitracker.example;

import dev.unitracker.SettingsException;
import dev.unitracker.telegram.TelegramNotifier;
import java.util.Arrays;
import java.util.Optional;

/** What the settings say of Telegram. */
final class Chats {

    private static final String TOKEN = "TELEGRAM_BOT_TOKEN";
    private static final String CHATS = "TELEGRAM_CHAT_ID";
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
            throw new SettingsException(
                    (token.isEmpty() ? TOKEN : CHATS)
                            + " is missing; Telegram needs a bot's token and the ids of the chats to tell, with commas between them");
        }
        try {
            String[] ids =
                    Arrays.stream(chats.get().split(",")).map(String::strip).toArray(String[]::new);
            TelegramNotifier.Builder builder =
                    TelegramNotifier.to(token.get(), ids).language(settings.language());
            settings.get(ADDRESS).ifPresent(builder::baseUrl);
            return Optional.of(builder.build());
        } catch (IllegalArgumentException e) {
            throw new SettingsException(TOKEN + " or " + CHATS + ": " + e.getMessage(), e);
        }
    }
}
