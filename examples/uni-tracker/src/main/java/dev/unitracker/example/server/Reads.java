package dev.unitracker.example.server;

import dev.unitracker.Account;
import dev.unitracker.model.ItemId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers a question about an account out of one moment. It may say how old what it shows is, and it may be told that whoever asks
 * has the latest already: that is looked up before anything else is read. Immutable.
 */
public final class Reads implements Handling {

    /** What changes an answer. */
    private enum Tag {
        /** Nothing that is known: it has no tag. */
        NONE,
        /** That the account is written. */
        STATE,
        /** That the account is written, or that time passes. */
        MINUTE
    }

    private final Function<Reading, Answer> question;
    private final Function<Reading, Optional<ItemId>> course;
    private final boolean tellsLooked;
    private final Tag tag;

    private Reads(
            Function<Reading, Answer> question,
            Function<Reading, Optional<ItemId>> course,
            boolean tellsLooked,
            Tag tag) {
        this.question = question;
        this.course = course;
        this.tellsLooked = tellsLooked;
        this.tag = tag;
    }

    /** Returns one that answers about one thing. */
    public static Reads one(Function<Reading, Answer> question) {
        return new Reads(question, reading -> Optional.empty(), false, Tag.NONE);
    }

    /** Returns one that answers with a list, and says when what it shows was looked at. */
    public static Reads list(Function<Reading, Answer> question) {
        return new Reads(question, reading -> Optional.empty(), true, Tag.NONE);
    }

    /** Returns the same, which may show one course only. */
    public Reads within(Function<Reading, Optional<ItemId>> only) {
        return new Reads(question, only, tellsLooked, tag);
    }

    /** Returns the same with an entity tag, which changes when the account is written. */
    public Reads tagged() {
        return new Reads(question, course, true, Tag.STATE);
    }

    /** Returns the same with an entity tag, which changes when the account is written and each minute. */
    public Reads taggedByTheMinute() {
        return new Reads(question, course, true, Tag.MINUTE);
    }

    @Override
    public Answer answer(Asked asked) {
        Account account = asked.account();
        return account.atOneMoment(() -> answer(new Reading(asked, account, asked.standing(account))));
    }

    private Answer answer(Reading reading) {
        Map<String, String> looked = tellsLooked ? reading.standing().looked(course.apply(reading)) : Map.of();
        Optional<Stamp> stamp = stamp(reading);
        boolean known = stamp.isPresent()
                && reading.asked()
                        .header("If-None-Match")
                        .filter(stamp.get()::isIn)
                        .isPresent();
        Answer answer = (known ? Answer.notModified() : answer(reading, stamp)).with(looked);
        return stamp.map(text -> answer.with("ETag", text.quoted()).with("Cache-Control", "private, no-cache"))
                .orElse(answer);
    }

    private Answer answer(Reading reading, Optional<Stamp> stamp) {
        return stamp.map(text -> reading.asked().kept(text, () -> question.apply(reading)))
                .orElseGet(() -> question.apply(reading));
    }

    private Optional<Stamp> stamp(Reading reading) {
        Stamp state = Stamp.of(reading.standing().version());
        return switch (tag) {
            case NONE -> Optional.empty();
            case STATE -> Optional.of(state);
            case MINUTE -> Optional.of(state.within(reading.now()));
        };
    }
}
