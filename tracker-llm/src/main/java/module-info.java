/** Lets a language model write briefs. */
module dev.unitracker.llm {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires dev.unitracker.http;
    requires transitive dev.unitracker;

    exports dev.unitracker.llm;
}
