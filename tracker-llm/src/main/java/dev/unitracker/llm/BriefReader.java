package dev.unitracker.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.unitracker.brief.Brief;
import dev.unitracker.brief.Brief.KeyDate;
import dev.unitracker.brief.Brief.Making;
import dev.unitracker.brief.Brief.Origin;
import dev.unitracker.brief.BriefCheck;
import dev.unitracker.brief.BriefRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns a model's JSON into a brief. What has the wrong shape is left out; course and sources are never the model's. */
final class BriefReader {

    private static final int SENTENCES = 8;
    private static final int WIDTH = 500;
    private static final int DATES = 20;
    private static final Pattern TYPE = Pattern.compile("[a-z_]{1,40}");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private BriefReader() {}

    static Brief read(JsonNode answer, BriefRequest request, String model) {
        Brief outline = request.outline();
        return new Brief(
                line(answer.path("summary_short")),
                lines(answer.path("summary_bullets")),
                dates(answer.path("key_dates"), request.zone()),
                lines(answer.path("key_requirements")),
                lines(answer.path("risk_flags")),
                outline.courseContext(),
                confidence(answer.path("confidence")),
                outline.sourceRefs(),
                new Making(Origin.STORED, model, outline.making().generatedAt()));
    }

    private static double confidence(JsonNode value) {
        double said = value.isNumber() ? value.asDouble() : BriefCheck.MOST_CONFIDENCE;
        return Double.isNaN(said) ? 0 : Math.max(0, Math.min(said, BriefCheck.MOST_CONFIDENCE));
    }

    private static List<String> lines(JsonNode list) {
        List<String> lines = new ArrayList<>();
        list.forEach(element -> {
            String line = line(element);
            if (!line.isEmpty() && lines.size() < SENTENCES) {
                lines.add(line);
            }
        });
        return lines;
    }

    private static String line(JsonNode value) {
        String line = value.isTextual()
                ? SPACES.matcher(value.asText()).replaceAll(" ").strip()
                : "";
        return line.codePointCount(0, line.length()) <= WIDTH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, WIDTH - 1)) + "…";
    }

    private static List<KeyDate> dates(JsonNode list, ZoneId zone) {
        List<KeyDate> dates = new ArrayList<>();
        list.forEach(element -> {
            if (dates.size() < DATES) {
                date(element, zone).ifPresent(dates::add);
            }
        });
        return dates;
    }

    private static Optional<KeyDate> date(JsonNode date, ZoneId zone) {
        String type = line(date.path("type"));
        String said = line(date.path("value"));
        return value(said.isEmpty() ? line(date.path("iso_datetime")) : said, zone)
                .map(value -> new KeyDate(
                        TYPE.matcher(type).matches() ? type : "date_mention",
                        value,
                        line(date.path("label")),
                        quote(date),
                        BriefCheck.MOST_CONFIDENCE));
    }

    private static String quote(JsonNode date) {
        String quote = date.path("quote").asText("");
        return quote.isBlank() ? date.path("matched_text").asText("") : quote;
    }

    /** Returns an instant or a day; a time without a zone is one where the student is. */
    private static Optional<String> value(String text, ZoneId zone) {
        try {
            Object parsed = DateTimeFormatter.ofPattern("yyyy-MM-dd[['T'][' ']HH:mm[:ss][.SSS][XXX][X]]")
                    .parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (parsed instanceof OffsetDateTime moment) {
                return Optional.of(moment.toInstant().toString());
            }
            return Optional.of(
                    parsed instanceof LocalDateTime local
                            ? local.atZone(zone).toInstant().toString()
                            : parsed.toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
