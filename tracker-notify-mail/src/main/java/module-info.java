/** Tells people by e-mail. */
module dev.unitracker.mail {
    requires static transitive org.jspecify;
    requires jakarta.mail;
    requires org.eclipse.angus.mail;
    requires org.jsoup;
    requires transitive dev.unitracker;

    exports dev.unitracker.mail;
}
