package dev.unitracker.moodle.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Moves every time in an answer by the same whole seconds; a time that is not set stays so, and nothing else changes. */
record TimeShift(Duration by) {
    static final TimeShift NONE = new TimeShift(Duration.ZERO);

    private static final Set<String> TIMES = Set.of(
            "allowsubmissionsfromdate",
            "assessmentend",
            "assessmentstart",
            "available",
            "created",
            "cutoffdate",
            "deadline",
            "duedate",
            "enddate",
            "extensionduedate",
            "firstaccess",
            "gradedategraded",
            "gradedatesubmitted",
            "gradeddate",
            "gradednotificationsenttime",
            "gradingduedate",
            "lastaccess",
            "lastmodified",
            "modified",
            "startdate",
            "submissionend",
            "submissionstart",
            "timeavailablefrom",
            "timeavailableto",
            "timeclose",
            "timecompleted",
            "timecreated",
            "timeend",
            "timefinish",
            "timemodified",
            "timemodifiedoffline",
            "timeopen",
            "timesort",
            "timestamp",
            "timestart",
            "timeupdated",
            "timeusermidnight",
            "timeviewfrom",
            "timeviewto");

    // Ten digits: later than 2001, and no duration or id is ever so large.
    private static final Pattern EPOCH_SECOND = Pattern.compile("[1-9]\\d{9}");
    private static final Pattern CALENDAR_TIME =
            Pattern.compile("(?m)^(DTSTART|DTEND|LAST-MODIFIED|DTSTAMP):(\\d{8}T\\d{6})Z");
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    static TimeShift from(Instant was, Instant is) {
        return new TimeShift(Duration.between(was, is.truncatedTo(ChronoUnit.SECONDS)));
    }

    /** The recorded time that a client of the shifted Moodle means. */
    long back(long epochSecond) {
        return epochSecond - by.toSeconds();
    }

    JsonNode json(JsonNode node) {
        return by.isZero() ? node : shifted(node);
    }

    String calendar(String text) {
        return CALENDAR_TIME.matcher(text).replaceAll(found -> found.group(1) + ":" + later(found.group(2)) + "Z");
    }

    private String later(String basic) {
        return BASIC.format(
                LocalDateTime.parse(basic, BASIC).atOffset(ZoneOffset.UTC).plus(by));
    }

    private JsonNode shifted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = Json.object();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                copy.set(field.getKey(), shifted(field.getKey(), field.getValue()));
            }
            return copy;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode copy = Json.array();
            list.forEach(entry -> copy.add(shifted(entry)));
            return copy;
        }
        return node;
    }

    private JsonNode shifted(String name, JsonNode value) {
        if (TIMES.contains(name) && EPOCH_SECOND.matcher(value.asText()).matches()) {
            long later = value.asLong() + by.toSeconds();
            return value.isTextual() ? TextNode.valueOf(Long.toString(later)) : LongNode.valueOf(later);
        }
        if (name.equals("customdata") && value.isTextual() && value.asText().startsWith("{")) {
            return TextNode.valueOf(Json.text(shifted(Json.read(value.asText()))));
        }
        return shifted(value);
    }
}
