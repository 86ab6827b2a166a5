/** Reads the dates, times and places that documents state. Needs nothing else. */
module dev.unitracker.dates {
    requires static transitive org.jspecify;

    exports dev.unitracker.dates;
    exports dev.unitracker.document;
}
