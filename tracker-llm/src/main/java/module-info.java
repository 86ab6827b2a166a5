/** Lets a language model write briefs. */
module dev.unitracker.llm {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires dev.unitracker.http;
    requires transitive dev.unitracker;
    requires transitive okhttp3;

    exports dev.unitracker.llm;
}
