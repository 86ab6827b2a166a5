package dev.unitracker.store.jdbc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.unitracker.model.StorableText;
import dev.unitracker.run.Level;
import dev.unitracker.run.Missed;
import dev.unitracker.run.PartOutcome;
import dev.unitracker.spi.KeptAnswer;
import dev.unitracker.spi.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is kept as JSON in a text column. */
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder(factory())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addHandler(new LaterWords())
            .addModule(new SimpleModule()
                    .addSerializer(String.class, new CleanText())
                    .addKeySerializer(String.class, new CleanName()))
            .build();

    static final Kind<TreeMap<String, String>> FIELDS = new Kind<>(new TypeReference<>() {});
    static final Kind<TreeMap<String, List<KeptAnswer>>> ANSWERS = new Kind<>(new TypeReference<>() {});
    static final Kind<List<PartOutcome>> PARTS = new Kind<>(new TypeReference<>() {});
    static final Kind<Progress> PROGRESS = new Kind<>(new TypeReference<>() {});
    static final Kind<List<Long>> NUMBERS = new Kind<>(new TypeReference<>() {});
    static final Kind<BriefJson> BRIEF = new Kind<>(new TypeReference<>() {});
    static final Kind<List<String>> LINES = new Kind<>(new TypeReference<>() {});

    private Json() {}

    /** What a column holds. How it is read is found out once, not for each of the many rows. */
    static final class Kind<T> {
        private final ObjectReader reader;

        private Kind(TypeReference<T> type) {
            this.reader = MAPPER.readerFor(type);
        }
    }

    /** What was written can be read, however long a text of it is. */
    static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass() + " cannot be written as JSON", e);
        }
    }

    static <T> T read(String json, Kind<T> kind) {
        try {
            return kind.reader.readValue(json);
        } catch (JsonProcessingException e) {
            throw new UnreadableRowException();
        }
    }

    /** What a later version stored in a word that this one does not know counts as what claims least. */
    private static final class LaterWords extends DeserializationProblemHandler {

        private static final Map<Class<?>, Enum<?>> COUNTS_AS = Map.of(
                Missed.Code.class, Missed.Code.OTHER,
                Level.class, Level.PARTIAL,
                KeptAnswer.Failure.class, KeptAnswer.Failure.UNAVAILABLE);

        @Override
        public Object handleWeirdStringValue(
                DeserializationContext context, Class<?> type, String word, String failure) {
            Enum<?> constant = COUNTS_AS.get(type);
            return constant == null ? NOT_HANDLED : constant;
        }
    }

    private static final class CleanText extends JsonSerializer<String> {
        @Override
        public void serialize(String text, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(StorableText.of(text));
        }
    }

    private static final class CleanName extends JsonSerializer<String> {
        @Override
        public void serialize(String name, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeFieldName(StorableText.of(name));
        }
    }
}
