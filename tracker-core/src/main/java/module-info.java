/** Items, changes, the diff engine, accounts and trackers, and the interfaces that adapters implement. */
module dev.unitracker {
    requires static transitive org.jspecify;
    requires org.slf4j;
    requires transitive dev.unitracker.dates;

    exports dev.unitracker;
    exports dev.unitracker.action;
    exports dev.unitracker.artifact;
    exports dev.unitracker.brief;
    exports dev.unitracker.diff;
    exports dev.unitracker.digest;
    exports dev.unitracker.error;
    exports dev.unitracker.folder;
    exports dev.unitracker.memory;
    exports dev.unitracker.model;
    exports dev.unitracker.notice;
    exports dev.unitracker.report;
    exports dev.unitracker.run;
    exports dev.unitracker.spi;
    exports dev.unitracker.words;
}
