package dev.unitracker.moodle.internal.look;

import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.error.TrackerException;
import dev.unitracker.moodle.internal.client.Call;
import dev.unitracker.moodle.internal.client.Downloaded;
import dev.unitracker.moodle.internal.client.FileTerms;
import dev.unitracker.moodle.internal.client.MoodleError;
import dev.unitracker.moodle.internal.client.Response;
import dev.unitracker.moodle.internal.client.SiteAnswers;
import dev.unitracker.spi.Look;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The questions and answers of one look. What was asked is not asked again; what the site does not offer is not asked. */
final class Asking {

    private static final Logger log = LoggerFactory.getLogger("unitracker.moodle");

    private static final String SITE_NOTE = "site";

    private final Look look;
    private final SiteAnswers client;
    private final SiteInfo site;
    private final Map<Call, Response> answers = new LinkedHashMap<>();
    private final Unread unread = new Unread();

    private Asking(Look look, SiteAnswers client, SiteInfo site) {
        this.look = look;
        this.client = client;
        this.site = site;
    }

    /** Begins with what the site offers, which is asked if it is not remembered. */
    static Asking begin(Look look, SiteAnswers client) {
        String note = look.memory().notes().getOrDefault(SITE_NOTE, "");
        Optional<SiteInfo> known = SiteInfo.fromNote(note);
        SiteInfo site = known.filter(info -> info.isValidAt(look.request().startedAt()))
                .orElseGet(() -> {
                    SiteInfo told = askSite(look, client);
                    return known.map(before -> told.after(before, look.request().startedAt()))
                            .orElse(told);
                });
        look.memory().note(SITE_NOTE, site.toNote());
        if (!site.offers(Functions.BATCH)) {
            client.withoutBatches();
        }
        if (!site.language().isEmpty()) {
            client.inLanguage(site.language());
        }
        return new Asking(look, client, site);
    }

    private static SiteInfo askSite(Look look, SiteAnswers client) {
        look.progress("asking what the site offers");
        Call call = Call.to(Functions.SITE_INFO);
        Response answer = client.ask(List.of(call)).get(call);
        MoodleError error = answer == null ? null : answer.error();
        if (error != null && error.code().equals(MoodleError.NOT_JSON)) {
            throw new SourceUnavailableException(error.message());
        }
        // A site that answers, but not this, is there and cannot be seen: that is another matter than one that is out
        // of order.
        if (answer == null || error != null) {
            throw new TrackerException(
                    "the site does not say what it offers: " + error + "; it will be tried again on the next run");
        }
        return SiteInfo.read(answer.json(), look.request().startedAt())
                .orElseThrow(() -> new TrackerException(
                        "the site does not say what it offers but something else, which is not believed;"
                                + " it will be tried again on the next run"));
    }

    SiteInfo site() {
        return site;
    }

    /** Downloads a file of the site. */
    Downloaded download(String link, Path target, FileTerms terms) {
        return client.download(link, target, terms);
    }

    /** Has it asked at the next look what the site offers, which may have changed since. */
    static void forgetSite(Look look) {
        look.memory().note(SITE_NOTE, "");
    }

    /**
     * Returns the server's clock at its first answer, or our own at the beginning of the look where that one did not tell or is
     * ahead: what happened before a time that has not come would never be asked for.
     */
    Instant serverTime() {
        Instant ours = look.request().startedAt();
        return client.serverTime().filter(theirs -> theirs.isBefore(ours)).orElse(ours);
    }

    /** Asks what was not asked yet, all in as few requests as the site allows. */
    void ask(Collection<Call> calls) {
        List<Call> open = new ArrayList<>();
        for (Call call : calls) {
            if (site.offers(call.function()) && !answers.containsKey(call)) {
                open.add(call);
            }
        }
        if (open.isEmpty()) {
            return;
        }
        client.ask(open).forEach((call, answer) -> answers.put(call, unread.without(AnswerShape.checked(answer))));
    }

    /** Returns the answer to a call; an error if it was not asked, because the site does not offer the function. */
    Response answer(Call call) {
        Response answer = answers.get(call);
        return answer != null ? answer : Response.notOffered(call);
    }

    /** Returns what in the answers so far cannot be read. */
    Unread unread() {
        return unread;
    }

    /**
     * Returns what is read out of a good answer; empty if there is none. One that cannot be read is an error from then on, and
     * costs no other.
     */
    <T> Optional<T> read(Call call, Function<Response, T> reader) {
        Response answer = answer(call);
        if (!answer.ok()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(answer));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            log.warn("the answer to {} cannot be read", call.function(), e);
            answers.put(call, Response.unreadable(call, e.getMessage()));
            return Optional.empty();
        }
    }

    /** Tells whether a call was asked and an error came, so that asking again may help. */
    boolean failed(Call call) {
        Response answer = answers.get(call);
        return answer != null && !answer.ok();
    }

    /** Tells whether a call was asked and not all of its answer could be read, so that asking again may help. */
    boolean isOwed(Call call) {
        return failed(call) || unread.isPartOf(call);
    }

    /** Tells whether a call was asked or cannot be, so that {@link #answer} says something of this look. */
    boolean asked(@Nullable Call call) {
        return call != null && (answers.containsKey(call) || !site.offers(call.function()));
    }
}
