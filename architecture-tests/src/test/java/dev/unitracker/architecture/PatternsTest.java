package dev.unitracker.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unitracker.architecture.HostileTexts.HostileText;
import dev.unitracker.http.SecretNames;
import dev.unitracker.http.Secrets;
import dev.unitracker.testkit.Growth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No regular expression costs more than in proportion to its text, whatever the text is: each is tried with texts made of
 * what it looks for, and the characters that it reads are counted. One that is only meant for a whole text begins with
 * {@code ^}; one that looks for a run that something has to follow begins where the run begins, or has a bound.
 */
class PatternsTest {

    private static final int SHORT = 200;
    private static final int TIMES_LONGER = 16;
    private static final int TOO_MUCH = 3;

    /** So many steps for a character are few: what a bound costs. */
    private static final int FEW = 30;

    private static final long TOO_MANY_STEPS = 2_000_000;

    /** An expression that calls itself for each character would run out of this. */
    private static final long SMALL_STACK = 160 * 1024;

    @Test
    void no_pattern_of_any_module_costs_more_than_in_proportion_to_its_text() throws InterruptedException {
        List<String> faults = new ArrayList<>();

        for (var found : Patterns.ofAllModules().entrySet()) {
            fault(found.getKey()).ifPresent(fault -> faults.add(found.getValue() + ": " + fault));
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void the_patterns_of_all_modules_are_found_without_a_list() {
        assertThat(Patterns.ofAllModules().values())
                .hasSizeGreaterThan(60)
                .contains("dev.unitracker.documents.TitleText", "dev.unitracker.moodle.internal.answers.RemoteFile");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+b",
                "\\s+$",
                "\\[[^\\]]*\\]",
                "(?s)<b>.*?</b>",
                "^<i [^<>]*\\bx\\b[^<>]*>",
                "a*+b",
                "(?:a|b)*c",
                "^(?:\\\\.|[^\"])*$"
            })
    void what_backtracks_or_calls_itself_is_found(String regex) throws InterruptedException {
        assertThat(fault(regex)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\s+", "(?<!\\s)\\s++$", "^[a-z]+ \\d+", "a{1,30}b", "[a-z]{2,9}\\.", "^(?:[^\"]++|\\\\.)?$"})
    void what_does_not_passes(String regex) throws InterruptedException {
        assertThat(fault(regex)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\", " ", "\"", ":", "token", "token=", "\"token\":", "\"token\" ", "files.php", "\\\" ", "="})
    void secrets_are_taken_out_of_any_text_in_proportion_to_it(String repeated) {
        Secrets secrets = Secrets.behind(
                new SecretNames(Set.of("token", "key"), Set.of("token", "wstoken"), Set.of("files.php")));

        Growth.assertProportional(repeated, 400_000, secrets::hide);
    }

    /** Returns what is wrong with an expression; empty if nothing is. */
    private static Optional<String> fault(String regex) throws InterruptedException {
        List<String> faults = new CopyOnWriteArrayList<>();
        Thread thread =
                new Thread(null, () -> faultOnThisStack(regex).ifPresent(faults::add), "small stack", SMALL_STACK);
        thread.start();
        thread.join();
        return faults.stream().findFirst();
    }

    private static Optional<String> faultOnThisStack(String regex) {
        Pattern pattern = Pattern.compile(regex);
        for (HostileText text : HostileTexts.against(regex)) {
            try {
                long few = Steps.of(pattern, text.ofLength(SHORT), TOO_MANY_STEPS);
                long most = TOO_MUCH * TIMES_LONGER * Math.max(few, FEW * SHORT);
                if (few > TOO_MANY_STEPS || Steps.of(pattern, text.ofLength(SHORT * TIMES_LONGER), most) > most) {
                    return Optional.of(regex + " takes too many steps for " + text);
                }
            } catch (StackOverflowError e) {
                return Optional.of(regex + " calls itself too often for " + text);
            }
        }
        return Optional.empty();
    }
}
