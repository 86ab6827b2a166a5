package dev.unitracker.example.server.act;

import dev.unitracker.Account;
import dev.unitracker.action.ActionSigner;
import dev.unitracker.action.ActionTicket;
import dev.unitracker.example.server.Answer;
import dev.unitracker.example.server.Asked;
import dev.unitracker.example.server.Handling;
import dev.unitracker.example.server.Refusal;
import dev.unitracker.example.server.Route;
import dev.unitracker.example.server.Scope;
import dev.unitracker.example.server.guard.SigningKey;
import dev.unitracker.example.server.guard.UsedLinks;
import dev.unitracker.model.Item;
import dev.unitracker.words.Language;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/** What the links in messages lead to: opening one shows what it does, its button does it, once. */
public final class LinkRoutes {

    private static final String TOKEN = "token";
    private static final int UNKNOWN = 404;

    /** A form that says nothing, and what mail programs send to leave. */
    private static final int LONGEST_BODY = 1024;

    private final byte[] key;
    private final ActionSigner signer;
    private final UsedLinks used;
    private final InstantSource clock;

    private LinkRoutes(byte[] key, UsedLinks used, InstantSource clock) {
        this.key = key;
        this.signer = ActionSigner.withKey(key);
        this.used = used;
        this.clock = clock;
    }

    /**
     * Returns the routes.
     *
     * @param database where links that were used are noted
     * @param key what signs the links, see {@link SigningKey}
     */
    public static List<Route> of(DataSource database, byte[] key, InstantSource clock) {
        LinkRoutes routes = new LinkRoutes(key.clone(), new UsedLinks(database, clock), clock);
        return List.of(
                open(Route.get("/act/{token}", routes::question)),
                open(Route.post("/act/{token}", sent(routes::answer))),
                open(Route.get("/unsubscribe/{token}", routes::leavingQuestion)),
                open(Route.post("/unsubscribe/{token}", sent(routes::leave))));
    }

    private static Route open(Route route) {
        return route.needing(Scope.OPEN).ofServer();
    }

    /** What a button or a mail program sends says no more than its address. */
    private static Handling sent(Function<Asked, Answer> answering) {
        return new Handling() {
            @Override
            public Answer answer(Asked asked) {
                return answering.apply(asked);
            }

            @Override
            public int longestBody() {
                return LONGEST_BODY;
            }
        };
    }

    private Answer question(Asked asked) {
        return deed(asked).map(this::question).orElseGet(() -> unknown(asked));
    }

    private Answer question(Deed deed) {
        ActWords words = words(deed.account());
        return isUsed(deed)
                ? page(deed, words.text("already"), "")
                : page(
                        deed,
                        words.of("question", deed.ticket().action()),
                        words.button(deed.ticket().action()));
    }

    private Answer answer(Asked asked) {
        return deed(asked).map(this::answer).orElseGet(() -> unknown(asked));
    }

    /** It is noted when it is done: who dies in between finds the link as it was, and doing it again changes nothing. */
    private Answer answer(Deed deed) {
        ActWords words = words(deed.account());
        if (isUsed(deed)) {
            return page(deed, words.text("already"), "");
        }
        ActionTicket ticket = deed.ticket();
        if (!deed.perform()) {
            return page(deed, words.of("unneeded", ticket.action()), "");
        }
        used.use(ticket.account(), ticket.nonce(), ticket.validUntil());
        return page(deed, words.of("answered", ticket.action()), "");
    }

    private boolean isUsed(Deed deed) {
        return used.isUsed(deed.ticket().account(), deed.ticket().nonce());
    }

    private Optional<Deed> deed(Asked asked) {
        return signer.read(asked.text(TOKEN), clock.instant())
                .flatMap(ticket -> asked.hosted().account(ticket.account()).map(account -> new Deed(account, ticket)))
                .filter(deed -> deed.item().isPresent());
    }

    private static Answer page(Deed deed, String said, String button) {
        ActWords words = words(deed.account());
        List<String> lines = new ArrayList<>();
        deed.course().ifPresent(course -> lines.add(words.text("of", course)));
        lines.add(said);
        String title = deed.item().map(Item::title).orElse("");
        return new Page(words.language().code(), title, lines, button).answer();
    }

    private Answer leavingQuestion(Asked asked) {
        return leaving(asked, (ticket, account) -> {
            ActWords words = words(account);
            return new Page(
                            words.language().code(),
                            words.text("leave.question", ticket.address()),
                            List.of(),
                            words.text("leave.button"))
                    .answer();
        });
    }

    private Answer leave(Asked asked) {
        return leaving(asked, (ticket, account) -> {
            MailStop.stop(account, ticket.address());
            ActWords words = words(account);
            return new Page(
                            words.language().code(),
                            words.text("leave.answered", ticket.address()),
                            List.of(words.text("leave.back", account.name())),
                            "")
                    .answer();
        });
    }

    private interface Leaving {
        Answer of(LeavingTicket ticket, Account account);
    }

    private Answer leaving(Asked asked, Leaving leaving) {
        return LeavingTicket.read(asked.text(TOKEN), key)
                .flatMap(ticket -> asked.hosted().account(ticket.account()).map(account -> leaving.of(ticket, account)))
                .orElseGet(() -> unknown(asked));
    }

    /** Whoever sees a page reads it in both languages, for nobody knows whose it would be; a program gets JSON. */
    private static Answer unknown(Asked asked) {
        if (asked.header("Accept")
                .filter(accept -> accept.contains("text/html"))
                .isEmpty()) {
            throw Refusal.unknown(new ActWords(Language.ENGLISH).text("unknown"));
        }
        List<String> lines = Language.BUILT_IN.stream()
                .map(language -> new ActWords(language).text("unknown"))
                .toList();
        return new Page(Language.ENGLISH.code(), "Uni Tracker", lines, "")
                .answer()
                .withStatus(UNKNOWN);
    }

    private static ActWords words(Account account) {
        return new ActWords(account.language());
    }
}
