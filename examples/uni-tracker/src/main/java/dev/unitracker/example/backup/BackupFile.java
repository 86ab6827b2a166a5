package dev.unitracker.example.backup;

import dev.unitracker.error.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A backup that is read. What it holds is nobody's word for anything before {@link #verify} looked at all of it. */
final class BackupFile implements AutoCloseable {

    private static final Pattern ARTIFACT = Pattern.compile("^artifacts/[0-9a-f]{64}$");
    private static final int LARGEST_MANIFEST = 1 << 20;

    private final ZipFile zip;
    private final Manifest manifest;
    private final SortedSet<String> artifacts = new TreeSet<>();

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens one and reads what it says of itself.
     *
     * @throws IOException if it is no zip, or only a part of one
     * @throws StoreException if it is none of ours
     */
    static BackupFile open(Path file) throws IOException {
        ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        try {
            return new BackupFile(zip, Manifest.read(manifest(zip)));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static byte[] manifest(ZipFile zip) throws IOException {
        ZipEntry entry = Optional.ofNullable(zip.getEntry(Backup.MANIFEST))
                .orElseThrow(() -> new StoreException("it is no backup of this program"));
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(LARGEST_MANIFEST);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** Returns the hashes of the answers in it; none before it was verified. */
    SortedSet<String> artifacts() {
        return artifacts;
    }

    InputStream lines(String table) throws IOException {
        return zip.getInputStream(entry(Backup.TABLES + table + Backup.LINES));
    }

    byte[] artifact(String hash) throws IOException {
        try (InputStream in = zip.getInputStream(entry(Backup.ARTIFACTS + hash))) {
            return in.readAllBytes();
        }
    }

    private ZipEntry entry(String name) {
        @Nullable ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new StoreException("it lacks " + name);
        }
        return entry;
    }

    /**
     * Compares every byte with its hash.
     *
     * @throws IOException if something cannot be unpacked
     * @throws StoreException if something is missing, is other than it was, or does not belong there
     */
    void verify() throws IOException {
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
            String name = entry.getName();
            if (!names.add(name)) {
                throw new StoreException("it holds " + name + " twice");
            }
            if (ARTIFACT.matcher(name).matches()) {
                String hash = name.substring(Backup.ARTIFACTS.length());
                compare(entry, hash);
                artifacts.add(hash);
            } else if (!isOurs(name)) {
                throw new StoreException("it holds " + name + ", which belongs to no backup");
            }
        }
        if (artifacts.size() != manifest.artifacts()) {
            throw new StoreException("it holds " + artifacts.size() + " answers instead of " + manifest.artifacts());
        }
        for (var table : manifest.tables().entrySet()) {
            compare(
                    entry(Backup.TABLES + table.getKey() + Backup.LINES),
                    table.getValue().sha256());
        }
    }

    private boolean isOurs(String name) {
        return name.equals(Backup.MANIFEST)
                || manifest.tables().keySet().stream()
                        .anyMatch(table -> name.equals(Backup.TABLES + table + Backup.LINES));
    }

    private void compare(ZipEntry entry, String sha256) throws IOException {
        MessageDigest digest = Lines.sha256();
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new StoreException(entry.getName() + " in it is not what was written");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
