package dev.unitracker.moodle.internal.client;

import dev.unitracker.error.LoginRefusedException;
import dev.unitracker.error.SourceUnavailableException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers the questions of one look: a Moodle, or what was kept of its answers. For one thread. */
public interface SiteAnswers {

    /**
     * Asks some functions.
     *
     * @return an answer for each call; an error where Moodle answered one
     * @throws LoginRefusedException if the token is dead and no new one can be had
     * @throws SourceUnavailableException if the site cannot be read
     */
    Map<Call, Response> ask(List<Call> calls);

    /**
     * Downloads a file of the site.
     *
     * @throws LoginRefusedException if the token is dead and no new one can be had
     * @throws SourceUnavailableException if the site cannot be read, or the file is not the site's
     */
    Downloaded download(String link, Path target, FileTerms terms);

    /** Returns the server's clock at its first answer; empty if it did not tell. */
    Optional<Instant> serverTime();

    /** Tells, at the end of a look, whether the site refused a function, so that what it offers had better be asked again. */
    boolean refusedSomething();

    /** Asks one by one from now on, because the site has no batch function. */
    void withoutBatches();

    /**
     * Asks in a language from now on, whatever the student's profile says meanwhile.
     *
     * @param language as Moodle calls it, for example {@code es_mx}
     */
    void inLanguage(String language);

    /**
     * Returns the name under which a downloaded file is kept: where it lies on the site, which tells two files of one name
     * apart, without the site's address and without what could be a secret.
     */
    static String requestOf(String link) {
        return "file "
                + link.replaceFirst("^.*/pluginfile\\.php(\\?file=)?", "").replaceFirst("[?&].*$", "");
    }
}
