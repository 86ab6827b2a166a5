package dev.unitracker.example.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.unitracker.Account;
import dev.unitracker.model.ItemId;
import dev.unitracker.notice.Delivery;
import dev.unitracker.notice.Delivery.Address;
import dev.unitracker.report.DispatchReport;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** What is told, and what the student answers to it. */
final class TellRoutes {

    private static final int DAY = 24;
    private static final int YEAR = 366 * DAY;
    private static final int MONTH = 31 * DAY;
    private static final int DELIVERIES = 1000;

    private static final Parameter<Integer> WINDOW =
            Parameter.whole("window_hours", 1, YEAR).otherwise(DAY);
    private static final Parameter<Integer> HOURS =
            Parameter.whole("hours", 1, MONTH).otherwise(DAY);
    private static final Parameter<String> RECIPIENT = Parameter.text(
            "recipient",
            ".{1,400}",
            "a recipient as /items/{id}/provenance shows it, or its channel, a slash and the recipient");

    private TellRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.post("/notifications/dispatch", TellRoutes::dispatch).needing(Scope.ADMIN),
                Route.get("/notifications/digest", Reads.one(TellRoutes::digest))
                        .taking(WINDOW),
                Route.post("/items/{id}/acknowledge", TellRoutes::acknowledgeItem)
                        .taking(RECIPIENT),
                Route.post("/items/{id}/snooze", TellRoutes::snooze).taking(HOURS),
                Route.post("/changes/{number}/acknowledge", TellRoutes::acknowledgeChange)
                        .taking(RECIPIENT));
    }

    private static Answer dispatch(Asked asked) {
        Account unused = asked.account();
        DispatchReport report = LookRoutes.tracker(asked).dispatch();
        return Answer.of(JsonNodeFactory.instance
                .objectNode()
                .put("sent", report.sent())
                .put("skipped", report.skipped())
                .put("failed", report.failed()));
    }

    private static Answer digest(Reading reading) {
        Duration window = Duration.ofHours(reading.asked().get(WINDOW));
        return Answer.of(JsonNodeFactory.instance
                .objectNode()
                .put("digest", reading.account().digest(window).text())
                .put("language", reading.account().language().code()));
    }

    private static Answer acknowledgeItem(Asked asked) {
        Account account = asked.account();
        return acknowledged(account, () -> {
            ItemId item = ItemRoutes.item(asked, account).item().id();
            return asked.find(RECIPIENT)
                    .map(recipient ->
                            each(addresses(account, recipient), address -> account.acknowledge(item, address)))
                    .orElseGet(() -> account.acknowledge(item));
        });
    }

    private static Answer acknowledgeChange(Asked asked) {
        Account account = asked.account();
        long number = asked.number("number");
        return acknowledged(account, () -> {
            if (account.change(number).isEmpty()) {
                throw Refusal.unknown("there is no such change");
            }
            return asked.find(RECIPIENT)
                    .map(recipient ->
                            each(addresses(account, recipient), address -> account.acknowledge(number, address)))
                    .orElseGet(() -> account.acknowledge(number));
        });
    }

    private static Answer acknowledged(Account account, BooleanSupplier work) {
        return ItemRoutes.ok("acknowledged", account.together(work::getAsBoolean));
    }

    private static boolean each(List<Address> addresses, Predicate<Address> work) {
        return addresses.stream().filter(work).count() > 0;
    }

    /** Returns where somebody is told: a person may be a recipient of several channels. */
    private static List<Address> addresses(Account account, String recipient) {
        return account.deliveries(DELIVERIES).stream()
                .map(Delivery::to)
                .distinct()
                .filter(to -> to.recipient().equals(recipient) || to.toString().equals(recipient))
                .toList();
    }

    private static Answer snooze(Asked asked) {
        Account account = asked.account();
        Duration time = Duration.ofHours(asked.get(HOURS));
        boolean snoozed = account.together(
                () -> account.snooze(ItemRoutes.item(asked, account).item().id(), time));
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("ok", true).put("snoozed", snoozed);
        return Answer.of(json);
    }
}
