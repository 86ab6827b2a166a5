/** Reads a student's Moodle. */
module dev.unitracker.moodle {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires dev.unitracker.documents;
    requires transitive dev.unitracker.http;
    requires net.sf.biweekly;
    requires org.jsoup;
    requires org.slf4j;
    requires transitive dev.unitracker;

    exports dev.unitracker.moodle;
}
