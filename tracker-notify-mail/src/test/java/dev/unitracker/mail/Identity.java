package dev.unitracker.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate that nobody vouches for but itself. */
final class Identity {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final KeyStore keys;

    private Identity(KeyStore keys) {
        this.keys = keys;
    }

    /** Makes one for the name of a server; Java makes them with its own tool only. */
    static Identity of(String name, Path folder) throws Exception {
        Path file = folder.resolve(name + ".p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String line = keytool + " -genkeypair -alias self -keyalg EC -dname CN=" + name + " -ext san=dns:" + name
                + " -storetype PKCS12 -storepass changeit -keystore " + file;
        assertThat(new ProcessBuilder(line.split(" ", -1))
                        .redirectErrorStream(true)
                        .start()
                        .waitFor())
                .isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return new Identity(store);
    }

    SSLContext ofTheServer() throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    SSLContext ofWhoeverTrusts() throws Exception {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, PASSWORD);
        certificates.setCertificateEntry("self", keys.getCertificate("self"));
        managers.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
