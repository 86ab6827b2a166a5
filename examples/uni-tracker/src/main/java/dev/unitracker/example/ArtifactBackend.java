package dev.unitracker.example;

import dev.unitracker.error.SettingsException;
import java.util.Arrays;

/** What artifacts can be kept in. */
enum ArtifactBackend {
    LOCAL("local"),
    S3("s3");

    /** The setting that chooses. */
    static final String SETTING = "ARTIFACT_STORAGE_BACKEND";

    private final String word;

    ArtifactBackend(String word) {
        this.word = word;
    }

    /** Returns the one that the settings choose; without a word from them, the folder. */
    static ArtifactBackend configured(Settings settings) {
        return of(settings.get(SETTING).orElse(LOCAL.word), SETTING);
    }

    /**
     * Returns the one that a word stands for.
     *
     * @param where what the word was said for
     */
    static ArtifactBackend of(String word, String where) {
        return Arrays.stream(values())
                .filter(backend -> backend.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new SettingsException(where + " must be local or s3, not '" + word + "'"));
    }

    /** Returns the word that stands for it in the settings. */
    String word() {
        return word;
    }
}
