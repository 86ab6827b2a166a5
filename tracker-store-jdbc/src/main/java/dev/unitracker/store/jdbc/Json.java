package dev.unitracker.store.jdbc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.unitracker.StoreException;
import dev.unitracker.model.Evidence;
import dev.unitracker.model.FieldChange;
import dev.unitracker.spi.Run;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;

/** What is kept as JSON in a text column. */
final class Json {

    static final TypeReference<TreeMap<String, String>> FIELDS = new TypeReference<>() {};
    static final TypeReference<List<FieldChange>> CHANGES = new TypeReference<>() {};
    static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};
    static final TypeReference<List<Run.Answer>> ANSWERS = new TypeReference<>() {};
    static final TypeReference<List<Long>> NUMBERS = new TypeReference<>() {};
    static final TypeReference<List<String>> LINES = new TypeReference<>() {};

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule()
                    .addSerializer(String.class, new CleanText())
                    .addKeySerializer(String.class, new CleanName()))
            .build();

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass() + " cannot be written as JSON", e);
        }
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new StoreException(
                    "a stored text is not the JSON that was written; was the database changed by another program?", e);
        }
    }

    private static final class CleanText extends JsonSerializer<String> {
        @Override
        public void serialize(String text, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(Texts.clean(text));
        }
    }

    private static final class CleanName extends JsonSerializer<String> {
        @Override
        public void serialize(String name, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeFieldName(Texts.clean(name));
        }
    }
}
