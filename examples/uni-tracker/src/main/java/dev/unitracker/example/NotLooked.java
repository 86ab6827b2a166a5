package dev.unitracker.example;

import dev.unitracker.spi.PartOutcome;
import dev.unitracker.spi.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was not looked at, in as few lines as it takes: a site that is away is away for all its parts. */
final class NotLooked {

    private NotLooked() {}

    /** Returns one line for each reason: the first part that it concerns, how many more, and the reason. */
    static List<String> byReason(Run run) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        for (PartOutcome part : run.parts()) {
            part.missed()
                    .forEach(missed -> parts.computeIfAbsent(missed.toString(), known -> new ArrayList<>())
                            .add(part.part()));
        }
        return parts.entrySet().stream()
                .map(reason -> names(reason.getValue()) + reason.getKey())
                .toList();
    }

    private static String names(List<String> names) {
        String first = names.get(0);
        return names.size() == 1 ? first + ": " : first + " and " + (names.size() - 1) + " more: ";
    }
}
