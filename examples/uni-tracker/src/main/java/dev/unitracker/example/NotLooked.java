package dev.unitracker.example;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was not looked at, in as few lines as it takes: a site that is away is away for all collectors. */
final class NotLooked {

    private NotLooked() {}

    /**
     * Returns one line for each reason.
     *
     * @param lines a collector's name, a colon and what it did not look at and why, each
     */
    static List<String> byReason(List<String> lines) {
        Map<String, List<String>> collectors = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            String name = colon < 0 ? "" : line.substring(0, colon);
            String reason = colon < 0 ? line : line.substring(colon + 2);
            collectors.computeIfAbsent(reason, known -> new ArrayList<>()).add(name);
        }
        return collectors.entrySet().stream()
                .map(reason -> names(reason.getValue()) + reason.getKey())
                .toList();
    }

    private static String names(List<String> names) {
        String first = names.get(0);
        if (first.isEmpty()) {
            return "";
        }
        return names.size() == 1 ? first + ": " : first + " and " + (names.size() - 1) + " more: ";
    }
}
