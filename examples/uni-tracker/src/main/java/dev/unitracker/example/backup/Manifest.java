package dev.unitracker.example.backup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.unitracker.error.StoreException;
import java.io.IOException;
import java.util.SortedMap;

/**
 * What a backup says of itself.
 *
 * @param format the form of the file; this program knows {@value #FORMAT}
 * @param schema the version of the tables
 * @param madeAt the moment of all that it shows, in UTC
 * @param tables what it holds of each table, by name
 * @param artifacts how many kept answers it holds; none where they were left out
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Manifest(
        @JsonProperty(required = true) int format,
        @JsonProperty(required = true) int schema,
        @JsonProperty(value = "made_at", required = true) String madeAt,
        @JsonProperty(required = true) SortedMap<String, Content> tables,
        @JsonProperty(required = true) long artifacts) {

    /** The form of the files that this program writes and reads. */
    static final int FORMAT = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * What it holds of a table.
     *
     * @param rows how many rows
     * @param sha256 of the lines that hold them
     */
    record Content(
            @JsonProperty(required = true) long rows,
            @JsonProperty(required = true) String sha256) {}

    byte[] json() throws JsonProcessingException {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /**
     * Reads one.
     *
     * @throws StoreException if it is of another form
     */
    static Manifest read(byte[] json) throws IOException {
        int format = MAPPER.readTree(json).path("format").asInt();
        if (format != FORMAT) {
            throw new StoreException("it is of the format " + format + ", but this program knows " + FORMAT
                    + " only; restore it with the program that made it");
        }
        return MAPPER.readValue(json, Manifest.class);
    }
}
