package dev.unitracker.example;

import dev.unitracker.error.SettingsException;
import dev.unitracker.llm.ChatCompletionsEnricher;
import dev.unitracker.spi.Enricher;
import java.time.Duration;
import java.util.Optional;

/** What the settings say of the language model. */
final class Model {

    private static final String KEY = "NVIDIA_API_KEY";
    private static final String ADDRESS = "NVIDIA_API_URL";
    private static final int BODY = 12_000;
    private static final int TOKENS = 16_000;
    private static final int SECONDS = 300;

    private Model() {}

    /** Returns the model if it is switched on; it is off unless {@code ENABLE_LLM} says true. */
    static Optional<Enricher> of(Settings settings) {
        String enabled = settings.get("ENABLE_LLM").orElse("false");
        if (!enabled.matches("true|false")) {
            throw new SettingsException("ENABLE_LLM must be true or false, not '" + enabled + "'");
        }
        return enabled.equals("true") ? Optional.of(enricher(settings)) : Optional.empty();
    }

    /**
     * Returns the model, whether it is switched on or not.
     *
     * @throws SettingsException if the key is missing or something cannot be right
     */
    static Enricher enricher(Settings settings) {
        String key = settings.required(KEY, "nvapi-…");
        ChatCompletionsEnricher.Builder builder = Settings.named(KEY, () -> ChatCompletionsEnricher.withKey(key))
                .bodyCharLimit(number(settings, "LLM_BODY_CHAR_LIMIT", BODY, 1_000_000))
                .answerTokens(number(settings, "LLM_MAX_TOKENS", TOKENS, 1_000_000))
                .callDeadline(Duration.ofSeconds(number(settings, "LLM_TIMEOUT_SECONDS", SECONDS, 3600)));
        settings.get(ADDRESS).ifPresent(url -> Settings.named(ADDRESS, () -> builder.url(url)));
        settings.get("NVIDIA_MODEL").ifPresent(builder::model);
        return builder.build();
    }

    private static int number(Settings settings, String name, long otherwise, int most) {
        return (int) Math.max(1, Math.min(most, settings.number(name, otherwise)));
    }
}
