package dev.unitracker.example.server;

import dev.unitracker.Account;
import dev.unitracker.example.server.feed.CalendarFeed;
import dev.unitracker.example.server.feed.ChangeFeed;
import dev.unitracker.example.server.feed.FeedKey;
import java.util.List;
import java.util.Optional;

/** Feeds for calendars and feed readers: with a token as anything else, and at an address that nobody guesses without one. */
final class FeedRoutes {

    private static final String KEY = "key";
    private static final Handling CALENDAR = Reads.list(
                    reading -> Answer.of(CalendarFeed.CONTENT_TYPE, CalendarFeed.of(reading.account())))
            .taggedByTheMinute();
    private static final Handling CHANGES = Reads.list(
                    reading -> Answer.of(ChangeFeed.CONTENT_TYPE, ChangeFeed.of(reading.account())))
            .tagged();

    private FeedRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.get("/deadlines.ics", CALENDAR),
                Route.get("/changes.atom", CHANGES),
                withKey("/feeds/{key}/deadlines.ics", CALENDAR),
                withKey("/feeds/{key}/changes.atom", CHANGES));
    }

    private static Route withKey(String path, Handling handling) {
        return Route.get(path, asked -> handling.answer(asked.about(account(asked))))
                .needing(Scope.OPEN)
                .ofServer();
    }

    /** A wrong key and one that was taken back are as if there were no such path. */
    private static String account(Asked asked) {
        String key = asked.text(KEY);
        Optional<Account> account =
                FeedKey.account(key).flatMap(asked.hosted()::account).filter(one -> FeedKey.opens(key, one));
        return account.map(Account::name).orElseThrow(() -> Refusal.unknown("there is no such feed"));
    }
}
