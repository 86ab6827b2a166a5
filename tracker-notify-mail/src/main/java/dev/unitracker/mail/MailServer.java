package dev.unitracker.mail;

import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The server that mail is handed to.
 *
 * @param host its name or number
 * @param port its port
 * @param security how what is sent is kept from others
 * @param login who logs in; null for nobody
 * @param limit how long one message may take in all
 */
record MailServer(
        String host, int port, Security security, @Nullable Login login, Duration limit) {

    /**
     * Who logs in. Shows no password.
     *
     * @param user the name
     * @param password the secret
     */
    record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /**
     * Returns the settings of a session.
     *
     * @param greeting what the server is greeted with: the domain of the sender, so that no name of the machine is told
     * @param sender where the server returns what it cannot deliver
     */
    Properties properties(String greeting, String sender) {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.auth", Boolean.toString(login != null));
        // Those that need no more than the password; the others would be tried one after the other with a wrong one.
        properties.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(security == Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(security == Security.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(security == Security.STARTTLS));
        properties.setProperty("mail.smtp.localhost", greeting);
        properties.setProperty("mail.smtp.from", sender);
        String milliseconds = Long.toString(limit.toMillis());
        properties.setProperty("mail.smtp.connectiontimeout", milliseconds);
        properties.setProperty("mail.smtp.timeout", milliseconds);
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        return properties;
    }

    /** Tells whether it is this machine, which nobody else hears. */
    boolean isHere() {
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }

    /** Returns host and port. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
