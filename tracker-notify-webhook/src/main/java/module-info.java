/** Tells programs by signed webhooks, and people in Discord and by ntfy. */
module dev.unitracker.webhook {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires transitive dev.unitracker.http;
    requires transitive dev.unitracker;

    exports dev.unitracker.webhook;
}
