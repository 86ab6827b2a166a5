/** Tells people by a command. */
module dev.unitracker.command {
    requires static transitive org.jspecify;
    requires transitive dev.unitracker;

    exports dev.unitracker.command;
}
