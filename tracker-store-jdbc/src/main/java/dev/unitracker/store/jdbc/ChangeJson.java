package dev.unitracker.store.jdbc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.FieldChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Reads what {@link Json} wrote of a change: lists of objects with three texts. A page of the ledger has a thousand of them,
 * and to bind them by reflection took half of the time of the page.
 */
final class ChangeJson {

    private static final JsonFactory JSON = Json.factory();
    private static final List<String> CHANGE = List.of("field", "before", "after");
    private static final List<String> ANSWER = List.of("collector", "request", "artifact");

    private ChangeJson() {}

    static List<FieldChange> fields(String json) {
        return list(json, CHANGE, texts -> {
            check(texts[0] != null && !Objects.equals(texts[1], texts[2]));
            return new FieldChange(texts[0], texts[1], texts[2]);
        });
    }

    static List<Evidence> evidence(String json) {
        return list(json, ANSWER, texts -> {
            check(texts[0] != null && texts[1] != null);
            return new Evidence(texts[0], texts[1], texts[2]);
        });
    }

    private static <T> List<T> list(String json, List<String> names, Function<String[], T> element) {
        try (JsonParser parser = JSON.createParser(json)) {
            check(parser.nextToken() == JsonToken.START_ARRAY);
            // Nearly every change has one of each.
            List<T> read = new ArrayList<>(1);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                check(parser.currentToken() == JsonToken.START_OBJECT);
                read.add(element.apply(texts(parser, names)));
            }
            return read;
        } catch (IOException e) {
            throw new UnreadableRowException();
        }
    }

    /** Returns the texts of an object by the place of their names; null for a name that it has not. Others are skipped. */
    private static String[] texts(JsonParser parser, List<String> names) throws IOException {
        String[] texts = new String[names.size()];
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            int place = names.indexOf(parser.currentName());
            String text = parser.nextTextValue();
            if (place < 0) {
                parser.skipChildren();
            } else {
                texts[place] = text;
            }
        }
        return texts;
    }

    private static void check(boolean ours) {
        if (!ours) {
            throw new UnreadableRowException();
        }
    }
}
