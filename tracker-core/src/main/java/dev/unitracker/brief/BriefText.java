package dev.unitracker.brief;

import dev.unitracker.model.FieldValue;
import dev.unitracker.model.FieldValue.Amount;
import dev.unitracker.model.FieldValue.Day;
import dev.unitracker.model.FieldValue.Moment;
import dev.unitracker.model.FieldValue.Words;
import dev.unitracker.words.DateText;
import dev.unitracker.words.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words of briefs: texts in a language, moments in a zone. The same on every JVM, whose own names of months differ. */
final class BriefText {

    private final Texts texts;
    private final DateText dates;
    private final Instant now;
    private final Cues cues;

    BriefText(Texts texts, DateText dates, Cues cues, Instant now) {
        this.texts = texts;
        this.dates = dates;
        this.cues = cues;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    ZoneId zone() {
        return dates.zone();
    }

    /** Tells whether the words that state a date say that nothing takes place then. */
    boolean isCancelled(String quote) {
        return cues.cancels(TitleEcho.folded(quote));
    }

    /** Tells whether a sentence, folded, asks something of the student. */
    boolean isAsking(String folded) {
        return cues.asks(folded);
    }

    /** Returns a text by its name without the prefix that all of briefs have. */
    String text(String name, Object... values) {
        return texts.text("brief." + name, values);
    }

    /** Returns the first text that there is. */
    String textOr(String name, String other, Object... values) {
        return texts.textOr("brief." + name, "brief." + other, values);
    }

    boolean knows(String name) {
        return texts.knows("brief." + name);
    }

    /** Returns a day, for example {@code vie 27 nov}, with its year if that is not the present one. */
    String day(LocalDate day) {
        return dates.plainDay(day, now);
    }

    String moment(Instant moment) {
        return dates.plainMoment(moment, now);
    }

    /** Returns a moment; at midnight with the night that it ends, because many mistake one day for the other. */
    String limit(Instant moment) {
        return dates.isMidnight(moment)
                ? text(
                        "midnight",
                        moment(moment),
                        day(local(moment).toLocalDate().minusDays(1)))
                : moment(moment);
    }

    /** Returns from when to when something lasts. */
    String span(Instant from, Optional<Instant> until) {
        ZonedDateTime start = local(from);
        if (until.isEmpty() || !until.get().isAfter(from)) {
            return text("at", moment(from));
        }
        ZonedDateTime end = local(until.get());
        boolean wholeDay = dates.isMidnight(from)
                && dates.isMidnight(until.get())
                && end.toLocalDate().equals(start.toLocalDate().plusDays(1));
        if (wholeDay) {
            return text("wholeday", day(start.toLocalDate()));
        }
        return start.toLocalDate().equals(end.toLocalDate())
                ? text("span", day(start.toLocalDate()), dates.clock(from), dates.clock(until.get()))
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
                return BriefText.this.day(day.date());
            }

            @Override
            public String moment(Moment moment) {
                return BriefText.this.moment(moment.at());
            }
        });
    }

    /** Returns the last moment of a stored date: a day lasts until it ends; empty for what is no date. */
    Optional<Instant> last(String value) {
        return FieldValue.of(value).end(zone());
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

    private ZonedDateTime local(Instant moment) {
        return moment.atZone(zone());
    }
}
