package dev.unitracker.example;

import dev.unitracker.SettingsException;
import dev.unitracker.llm.ChatCompletionsEnricher;
import dev.unitracker.spi.Enricher;
import java.util.Optional;

/** What the settings say of the language model. */
final class Model {

    private static final int BODY = 12_000;

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
        String key = settings.required("NVIDIA_API_KEY", "nvapi-…");
        long limit = settings.number("LLM_BODY_CHAR_LIMIT", BODY);
        try {
            ChatCompletionsEnricher.Builder builder =
                    ChatCompletionsEnricher.withKey(key).bodyCharLimit((int) Math.max(1, Math.min(1_000_000, limit)));
            settings.get("NVIDIA_API_URL").ifPresent(builder::url);
            settings.get("NVIDIA_MODEL").ifPresent(builder::model);
            return builder.build();
        } catch (SettingsException | IllegalArgumentException e) {
            throw new SettingsException("NVIDIA_API_URL, NVIDIA_MODEL or NVIDIA_API_KEY: " + e.getMessage(), e);
        }
    }
}
