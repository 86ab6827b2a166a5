package dev.unitracker.example.server.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.report.SyncReport;

/** What one look at one part did. */
public final class SyncJson {

    private static final double MILLIS = 1000;

    private SyncJson() {}

    /** Returns what a look at a part did. */
    public static ObjectNode of(String part, SyncReport report) {
        ObjectNode json = Frame.object();
        json.put("collector", part).put("status", report.run().outcome().key());
        ObjectNode stats = json.putObject("stats");
        stats.put("items", report.items()).put("looked", report.looked());
        stats.put("changes", report.changes().size()).put("news", report.news().size());
        stats.put("requests", report.run().requests());
        stats.put("seconds", report.duration().toMillis() / MILLIS);
        Frame.texts(stats, "not_looked_at", report.run().notLooked());
        return json;
    }
}
