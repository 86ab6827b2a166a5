package dev.unitracker.example.account;

import dev.unitracker.error.SettingsException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.constructor.ConstructYamlNull;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * A file of accounts: under the name of each its settings, by the names that they have in {@code .env}. Each value is taken as
 * the text that stands there, so that a token of digits stays one. What is wrong is said by its place and never with the value. It
 * is read again when it was changed. Safe for use by several threads.
 */
public final class AccountsFile {

    private final Path file;
    private volatile @Nullable Read last;

    /** What was read, and of which state of the file. */
    private record Read(Instant at, long bytes, SortedMap<String, Map<String, String>> accounts) {}

    /** Names the file, which need not be there. */
    public AccountsFile(Path file) {
        this.file = file;
    }

    /**
     * Returns the settings of each account, by its name; none if there is no file.
     *
     * @throws SettingsException if it cannot be read
     */
    public SortedMap<String, Map<String, String>> read() {
        if (Files.notExists(file)) {
            return Collections.emptySortedMap();
        }
        try {
            Instant at = Files.getLastModifiedTime(file).toInstant();
            long bytes = Files.size(file);
            Read before = last;
            if (before != null && before.at().equals(at) && before.bytes() == bytes) {
                return before.accounts();
            }
            SortedMap<String, Map<String, String>> accounts = new TreeMap<>();
            map(parsed(), "").forEach((name, settings) -> accounts.put(name, settings(name, settings)));
            last = new Read(at, bytes, Collections.unmodifiableSortedMap(accounts));
            return last.accounts();
        } catch (IOException e) {
            throw new SettingsException(file + " cannot be read; is it a file that you may read?", e);
        }
    }

    /** Each value is a text; where there is none, there is nothing. */
    private static final class Texts extends FailsafeSchema {
        @Override
        public Map<Tag, ConstructNode> getSchemaTagConstructors() {
            return Map.of(Tag.NULL, new ConstructYamlNull());
        }
    }

    private Object parsed() throws IOException {
        LoadSettings texts = LoadSettings.builder()
                .setSchema(new Texts())
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            return Optional.ofNullable(new Load(texts).loadFromString(Files.readString(file, StandardCharsets.UTF_8)))
                    .orElse(Map.of());
        } catch (MarkedYamlEngineException e) {
            // Its own message quotes the line, which may hold a password.
            throw wrong(e.getProblemMark()
                    .map(mark ->
                            "line " + (mark.getLine() + 1) + " is not YAML that can be read, or says something twice")
                    .orElse("it is no YAML that can be read"));
        } catch (YamlEngineException e) {
            throw wrong("it is no YAML that can be read");
        } catch (CharacterCodingException e) {
            throw wrong("it is not written in UTF-8; save it again, as UTF-8");
        }
    }

    private Map<String, String> settings(String account, Object node) {
        Map<String, String> settings = new TreeMap<>();
        map(node, account + ": ").forEach((name, value) -> {
            if (!(value instanceof String text)) {
                throw wrong(account + ": " + name + " must be a text");
            }
            settings.put(name, text);
        });
        return settings;
    }

    private Map<String, Object> map(Object node, String where) {
        if (!(node instanceof Map<?, ?> entries)) {
            throw wrong(where + "it must read like 'ana:', and below it, farther in, MOODLE_BASE_URL: https://…");
        }
        Map<String, Object> named = new TreeMap<>();
        entries.forEach((name, value) -> {
            if (!(name instanceof String text) || text.isBlank() || value == null) {
                throw wrong(where + "each entry needs a name and something below it");
            }
            named.put(text, value);
        });
        return named;
    }

    private SettingsException wrong(String what) {
        return new SettingsException(file.getFileName() + ": " + what);
    }
}
