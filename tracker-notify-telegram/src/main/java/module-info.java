/** Tells people in Telegram chats, and takes their answers. */
module dev.unitracker.telegram {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires transitive dev.unitracker.http;
    requires org.slf4j;
    requires transitive dev.unitracker;

    exports dev.unitracker.telegram;
}
