package dev.unitracker.moodle.internal.client;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SourceUnavailableException;
import dev.unitracker.http.Secrets;
import java.util.Map;

/**
 * Tells a site that is out of order from one of which only some answers are. Some codes say it themselves; otherwise, when
 * failures follow each other, the site is asked the one thing that every Moodle can tell. So an outage is one line of a report,
 * after few requests. For one thread.
 */
final class Outage {

    /** After so many unusable answers on end it is made sure that the site answers at all. */
    private static final int UNUSABLE_ON_END = 2;

    /** After so many errors of one code on end it is made sure, once, that the site answers anything else. */
    private static final int ERRORS_ON_END = 3;

    private final Rest rest;
    private final Secrets secrets;
    private int unusable;
    private String code = "";
    private int errors;
    private boolean answersOtherwise;

    Outage(Rest rest, Secrets secrets) {
        this.rest = rest;
        this.secrets = secrets;
    }

    /** Hears that something came that can be read. */
    void usable() {
        unusable = 0;
    }

    /** Hears that a function was answered. */
    void answered() {
        errors = 0;
    }

    /**
     * Hears that something came that cannot be read, or nothing. A function may be broken for every course.
     *
     * @throws SourceUnavailableException if the site is
     */
    void unusable() {
        unusable++;
        if (unusable >= UNUSABLE_ON_END) {
            rest.post(MoodleClient.SITE_INFO, Map.of());
            unusable = 0;
        }
    }

    /**
     * Hears of an error. What fails in the site itself fails for every function, with the same code; to ask each of them shows no
     * more.
     *
     * @throws SourceUnavailableException if the site answers nothing but errors
     * @throws LoginRefusedException if it lets the student do nothing
     */
    void failed(MoodleError error) {
        check(error);
        if (answersOtherwise || error.maybeLoggedOut() || error.busy()) {
            return;
        }
        errors = error.code().equals(code) ? errors + 1 : 1;
        code = error.code();
        if (errors >= ERRORS_ON_END) {
            MoodleError.in(rest.post(MoodleClient.SITE_INFO, Map.of()).json()).ifPresent(all -> {
                check(all);
                throw new SourceUnavailableException("the site answers an error to everything: " + all.without(secrets)
                        + "; it will be tried again on the next run");
            });
            answersOtherwise = true;
        }
    }

    /**
     * Checks what an error alone says.
     *
     * @throws SourceUnavailableException if it says that the site works for nobody now
     * @throws LoginRefusedException if it says that the student may do nothing
     */
    void check(MoodleError error) {
        if (error.siteClosed()) {
            throw new SourceUnavailableException("the site is closed for maintenance (" + error.code()
                    + "); it will be tried again on the next run");
        }
        if (error.withoutDatabase()) {
            throw new SourceUnavailableException("the site does not reach its database (" + error.code()
                    + "); it will be tried again on the next run");
        }
        if (error.accountBlocked()) {
            throw new LoginRefusedException("the site lets this account do nothing: " + error.without(secrets)
                    + "; log in with a browser and do what it asks, or ask the site's staff");
        }
    }
}
