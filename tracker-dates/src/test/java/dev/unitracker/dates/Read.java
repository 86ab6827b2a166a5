package dev.unitracker.dates;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Facts as the tables of these tests write them: {@code exam_at "parcial" 2026-11-30}. */
final class Read {
    static final ZoneId BUENOS_AIRES = ZoneId.of("America/Argentina/Buenos_Aires");
    static final LocalDate REFERENCE = LocalDate.of(2026, 11, 22);

    private Read() {}

    static List<Fact> facts(String text) {
        return DateReader.in(BUENOS_AIRES).facts(text, REFERENCE);
    }

    static Fact only(String text) {
        List<Fact> facts = facts(text);
        if (facts.size() != 1) {
            throw new AssertionError("not one fact but " + facts + " in: " + text);
        }
        return facts.get(0);
    }

    static List<String> lines(String text) {
        return facts(text).stream().map(Read::line).toList();
    }

    static String line(Fact fact) {
        return fact.type().key() + " \"" + fact.label() + "\" " + fact.value();
    }

    static List<String> values(String text) {
        return facts(text).stream().map(Fact::value).toList();
    }
}
