package dev.unitracker.brief;

import dev.unitracker.model.FieldValue;
import dev.unitracker.model.FieldValue.Amount;
import dev.unitracker.model.FieldValue.Day;
import dev.unitracker.model.FieldValue.Moment;
import dev.unitracker.model.FieldValue.Words;
import dev.unitracker.words.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words of briefs: texts in a language, moments in a zone. The same on every JVM, whose own names of months differ. */
final class Wording {

    private final Language language;
    private final ZoneId zone;
    private final Instant now;

    Wording(Language language, ZoneId zone, Instant now) {
        this.language = language;
        this.zone = zone;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    ZoneId zone() {
        return zone;
    }

    /** Returns a text by its name without the prefix that all of briefs have. */
    String text(String name, Object... values) {
        return language.text("brief." + name, values);
    }

    /** Returns the first text that there is. */
    String textOr(String name, String other, Object... values) {
        return text(knows(name) ? name : other, values);
    }

    boolean knows(String name) {
        return language.knows("brief." + name);
    }

    /** Returns a day, for example {@code vie 27 nov}, with its year if that is not the present one. */
    String day(LocalDate day) {
        String weekday = name("weekdays", day.getDayOfWeek().getValue());
        String month = name("months", day.getMonthValue());
        boolean thisYear = day.getYear() == now.atZone(zone).getYear();
        String plain = weekday + " " + day.getDayOfMonth() + " " + month;
        return thisYear ? plain : plain + " " + day.getYear();
    }

    String moment(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        return day(local.toLocalDate()) + " " + time(local);
    }

    /** Returns a moment; at midnight with the night that it ends, because many mistake one day for the other. */
    String limit(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? text("midnight", moment(moment), day(local.toLocalDate().minusDays(1)))
                : moment(moment);
    }

    /** Returns from when to when something lasts. */
    String span(Instant from, Optional<Instant> until) {
        ZonedDateTime start = from.atZone(zone);
        if (until.isEmpty() || !until.get().isAfter(from)) {
            return text("at", moment(from));
        }
        ZonedDateTime end = until.get().atZone(zone);
        boolean wholeDay = start.toLocalTime().equals(LocalTime.MIDNIGHT)
                && end.toLocalDate().equals(start.toLocalDate().plusDays(1))
                && end.toLocalTime().equals(LocalTime.MIDNIGHT);
        if (wholeDay) {
            return text("wholeday", day(start.toLocalDate()));
        }
        return start.toLocalDate().equals(end.toLocalDate())
                ? text("span", day(start.toLocalDate()), time(start), time(end))
                : text("spandays", moment(from), moment(until.get()));
    }

    /** Returns a date as it is stored in words; what is no date comes back as it is. */
    String value(String value) {
        return FieldValue.of(value).match(new FieldValue.Cases<>() {
            @Override
            public String words(Words words) {
                return words.text();
            }

            @Override
            public String amount(Amount amount) {
                return amount.text();
            }

            @Override
            public String day(Day day) {
                return Wording.this.day(day.date());
            }

            @Override
            public String moment(Moment moment) {
                return Wording.this.moment(moment.at());
            }
        });
    }

    /** Returns the last moment of a stored date: a day lasts until it ends; empty for what is no date. */
    Optional<Instant> last(String value) {
        return FieldValue.of(value).end(zone);
    }

    boolean isAhead(String value) {
        return last(value).filter(moment -> moment.isAfter(now)).isPresent();
    }

    /** Returns a quotation; the point at its end is left to the sentence around it. */
    String quote(String said) {
        return text("quote", said.endsWith(".") ? said.substring(0, said.length() - 1) : said);
    }

    /** Returns texts as an enumeration of at most some, with how many more there are. */
    String list(List<String> all, int most) {
        String shown = String.join(", ", all.subList(0, Math.min(most, all.size())));
        return all.size() <= most ? shown : text("more", shown, all.size() - most);
    }

    /** Returns a text with a capital first letter. */
    static String sentence(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }

    private String name(String list, int number) {
        return text(list).split(",", -1)[number - 1];
    }

    private static String time(ZonedDateTime local) {
        return String.format(Locale.ROOT, "%02d:%02d", local.getHour(), local.getMinute());
    }
}
