package dev.unitracker.example.server;

import dev.unitracker.Account;
import java.util.List;
import java.util.Optional;

/** Changes as they come, for whoever does not want to ask again and again: server-sent events. */
final class EventRoutes {

    private static final String LAST = "Last-Event-ID";
    private static final Parameter<Long> AFTER = Parameter.number("after", 0);

    private EventRoutes() {}

    static List<Route> all() {
        return List.of(Route.get("/events", EventRoutes::events).taking(AFTER));
    }

    /** A client that lost its connection asks for the same address again, and says in the header how far it got. */
    private static Answer events(Asked asked) {
        Account account = asked.account();
        long last = account.version().ledger();
        Optional<Long> heard = asked.header(LAST).map(text -> number(text, last));
        return Answer.of(new Events(
                asked,
                heard.or(() -> asked.find(AFTER))
                        .map(after -> checked(after, last))
                        .orElse(last)));
    }

    private static long number(String text, long last) {
        return Parameter.number(text)
                .filter(number -> number >= 0)
                .orElseThrow(() ->
                        Refusal.wrong(LAST + " must be the id of an event of this account; the last one is " + last));
    }

    /** Whoever knows of more than there is knows another ledger, and would miss what this one gets next. */
    private static long checked(long after, long last) {
        if (after > last) {
            throw Refusal.wrong("there is no change " + after + " yet; the last one is " + last
                    + ". If it was there once, read /changes from the beginning");
        }
        return after;
    }
}
