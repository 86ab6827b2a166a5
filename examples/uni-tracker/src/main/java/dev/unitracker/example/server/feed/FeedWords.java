package dev.unitracker.example.server.feed;

import dev.unitracker.Account;
import dev.unitracker.model.Change;
import dev.unitracker.words.Bundle;
import dev.unitracker.words.ChangeText;
import dev.unitracker.words.DateText;
import dev.unitracker.words.Language;
import dev.unitracker.words.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a feed says, in the language of its account. Immutable. */
final class FeedWords {

    private static final Bundle BUNDLE = Bundle.read(FeedWords.class::getResourceAsStream, Language.BUILT_IN);

    private final Texts texts;
    private final Account account;
    private final DateText dates;

    FeedWords(Account account) {
        this.account = account;
        this.texts = Texts.in(account.language()).and(BUNDLE);
        this.dates = new DateText(texts, account.zone());
    }

    String text(String name, Object... values) {
        return texts.text(name, values);
    }

    /** Returns what happened to which item, in a line. */
    String headline(Change change, String course) {
        return changes(course).headline(change);
    }

    /** Returns what it was before and after, a line each; empty if nothing is to be told of it. */
    List<String> details(Change change) {
        return changes("").details(change);
    }

    /** Returns what happened last, in some lines. */
    String lastChange(Change change, String course) {
        String first = texts.text("last", dates.moment(change.seenAt()), headline(change, course));
        return Stream.concat(Stream.of(first), details(change).stream()).collect(Collectors.joining("\n"));
    }

    private ChangeText changes(String course) {
        return new ChangeText(texts, account.zone(), id -> course);
    }
}
