/** Contracts and fakes for whoever writes an adapter. */
module dev.unitracker.testkit {
    requires static transitive org.jspecify;
    requires java.management;
    requires org.slf4j;
    requires transitive dev.unitracker;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires transitive org.junit.jupiter.params;

    exports dev.unitracker.testkit;

    // JUnit runs the contracts.
    opens dev.unitracker.testkit;
}
