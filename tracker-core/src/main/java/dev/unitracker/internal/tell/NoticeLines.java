package dev.unitracker.internal.tell;

import dev.unitracker.internal.history.KnownParts;
import dev.unitracker.internal.history.Readings;
import dev.unitracker.internal.tell.MessageWriter.DigestSource;
import dev.unitracker.model.Change;
import dev.unitracker.model.Item;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Message.Line;
import dev.unitracker.notice.Message.Style;
import dev.unitracker.notice.Notice;
import dev.unitracker.notice.Notice.Baseline;
import dev.unitracker.notice.Notice.ChangeAlert;
import dev.unitracker.notice.Notice.CredentialsLost;
import dev.unitracker.notice.Notice.Digest;
import dev.unitracker.notice.Notice.Reminder;
import dev.unitracker.notice.Notice.Silence;
import dev.unitracker.notice.Notice.Storm;
import dev.unitracker.report.MissedText;
import dev.unitracker.run.Part;
import dev.unitracker.words.ChangeText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What each sort of notice says. */
record NoticeLines(NoticeWords words, DigestSource digests, Delivery delivery, Known known, Instant now)
        implements Notice.Cases<List<Line>> {

    /** More items than these are only counted. */
    private static final int TITLES = 5;

    @Override
    public List<Line> change(ChangeAlert alert) {
        Change change = known.changes(alert).get(0);
        ChangeText text = words.changes(known);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                Style.HEADING, again(text.headline(change)), change.about().url()));
        text.details(change).forEach(detail -> lines.add(Line.of(Style.DETAIL, detail)));
        return lines;
    }

    @Override
    public List<Line> storm(Storm storm) {
        List<Change> changes = known.changes(storm);
        String course = storm.course().isEmpty()
                ? ""
                : " (" + known.courseName(changes.get(0).item().beside(storm.course())) + ")";
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Style.HEADING, again(words.storms().summary(changes) + course)));
        changes.stream()
                .limit(TITLES)
                .forEach(change -> lines.add(new Line(
                        Style.DETAIL,
                        words.storms().title(change),
                        change.about().url())));
        if (changes.size() > TITLES) {
            lines.add(Line.of(Style.DETAIL, words.storms().more(changes.size() - TITLES)));
        }
        return lines;
    }

    private String again(String headline) {
        return delivery.repeat() == 0 ? headline : words.notices().again(headline);
    }

    @Override
    public List<Line> reminder(Reminder reminder) {
        Item item = known.item(reminder.about()).orElseThrow();
        String course =
                item.courseId().map(id -> " (" + known.courseName(id) + ")").orElse("");
        String headline = words.notices().reminder(item.title() + course, Duration.between(now, reminder.due()));
        return List.of(
                new Line(Style.HEADING, headline, item.url().orElse(null)),
                Line.of(Style.DETAIL, words.notices().due(reminder.due())));
    }

    @Override
    public List<Line> digest(Digest digest) {
        Instant start = DigestWindow.start(digest, delivery.to(), known.session(), now);
        return digests.of(known.session(), Duration.between(start, now), now);
    }

    @Override
    public List<Line> baseline(Baseline baseline) {
        return List.of(Line.of(Style.PLAIN, words.notices().baseline(baseline.courses(), baseline.items())));
    }

    @Override
    public List<Line> silence(Silence silence) {
        List<Part> known = KnownParts.of(this.known.session().notes());
        List<String> blind = Readings.blind(this.known.session()).stream()
                .filter(one -> one.run().equals(silence.run()))
                .map(Readings.Blind::part)
                .toList();
        boolean some = !blind.isEmpty() && blind.size() < known.size();
        MissedText parts = new MissedText(words.texts(), known);
        String heading = some
                ? words.notices()
                        .stale(
                                silence.threshold(),
                                blind.stream().map(parts::part).toList())
                : words.notices().stale(silence.threshold());
        return List.of(Line.of(Style.HEADING, heading));
    }

    @Override
    public List<Line> credentialsLost(CredentialsLost lost) {
        return List.of(
                Line.of(Style.HEADING, words.notices().refused()),
                Line.of(Style.DETAIL, words.notices().refusedAdvice()),
                Line.of(Style.DETAIL, words.notices().refusedReason(lost.reason())));
    }
}
