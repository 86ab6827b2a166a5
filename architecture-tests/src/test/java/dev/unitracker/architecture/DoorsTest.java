package dev.unitracker.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.unitracker.spi.Briefed;
import dev.unitracker.spi.Owned;
import dev.unitracker.spi.StoreSession;
import dev.unitracker.spi.Told;
import dev.unitracker.spi.Watched;
import org.junit.jupiter.api.Test;

/** Adapters and examples come in by the doors that are made for them. */
class DoorsTest {

    private static final String[] OUTSIDE = {
        "dev.unitracker.moodle..",
        "dev.unitracker.telegram..",
        "dev.unitracker.mail..",
        "dev.unitracker.command..",
        "dev.unitracker.webhook..",
        "dev.unitracker.llm..",
        "dev.unitracker.http..",
        "dev.unitracker.documents..",
        "dev.unitracker.store.s3..",
        "dev.unitracker.example..",
        "dev.unitracker.embed.."
    };

    @Test
    void only_stores_and_their_contracts_touch_the_parts_of_a_store() {
        noClasses()
                .that()
                .resideInAnyPackage(OUTSIDE)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(StoreSession.class, Owned.class, Watched.class, Told.class, Briefed.class)
                .because("an account answers, a tracker looks; what they lack is added to them")
                .check(House.classes());
    }

    @Test
    void nobody_outside_the_core_reaches_into_it() {
        noClasses()
                .that()
                .resideInAnyPackage(OUTSIDE)
                .or()
                .resideInAPackage("dev.unitracker.store.jdbc..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.unitracker.internal..")
                .because("internal is no promise")
                .check(House.classes());
    }

    @Test
    void the_values_and_the_diff_know_no_clock_no_log_and_no_file() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.unitracker.model..", "dev.unitracker.diff..", "dev.unitracker.dates..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.slf4j..", "java.nio.file..", "java.sql..", "java.net..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.InstantSource")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .check(House.classes());
    }
}
