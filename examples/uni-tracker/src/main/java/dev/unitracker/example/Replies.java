package dev.unitracker.example;

import dev.unitracker.action.ActionLinks;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How somebody answers to messages of an account on channels that have no buttons.
 *
 * @param links what a person follows to answer
 * @param unsubscribe where an address says that no more e-mail is wanted
 * @param stopped tells which addresses said so
 */
record Replies(ActionLinks links, Function<String, Optional<URI>> unsubscribe, Predicate<String> stopped) {

    /** Returns those of a program that nobody reaches: what a message is about can be opened, and nothing answered. */
    static Replies none() {
        return new Replies(ActionLinks.openingOnly(), address -> Optional.empty(), address -> false);
    }
}
