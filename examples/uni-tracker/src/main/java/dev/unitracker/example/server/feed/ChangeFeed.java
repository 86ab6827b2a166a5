package dev.unitracker.example.server.feed;

import dev.unitracker.Account;
import dev.unitracker.model.Change;
import dev.unitracker.model.ItemId;
import dev.unitracker.spi.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An account's latest changes as an Atom feed (RFC 4287), one entry a change, the latest first. What the first look found and what
 * no student would care for is left out.
 */
public final class ChangeFeed {

    /** What it is, for the header {@code Content-Type}. */
    public static final String CONTENT_TYPE = "application/atom+xml; charset=utf-8";

    /** Out of so many entries of the ledger it is made. */
    private static final int ENTRIES = 500;

    private static final int MOST = 100;
    private static final int ID_LENGTH = 40;
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final FeedWords words;
    private final String id;
    private final Map<ItemId, String> courses;
    private final XMLStreamWriter xml;

    private ChangeFeed(Account account, FeedWords words, XMLStreamWriter xml) {
        this.words = words;
        this.xml = xml;
        this.id = "tag:unitracker.dev,2026:"
                + Sha256.of(account.name().getBytes(StandardCharsets.UTF_8)).substring(0, ID_LENGTH);
        this.courses = account.courses().stream()
                .collect(Collectors.toMap(
                        course -> course.item().id(), course -> course.item().title()));
    }

    /** Returns the feed of an account, which should be read at one moment. */
    public static byte[] of(Account account) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new ChangeFeed(account, new FeedWords(account), xml).write(latest(account));
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("what is written into memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static List<Change> latest(Account account) {
        List<Change> changes = new ArrayList<>(
                account.changes().after(Math.max(0, account.version().ledger() - ENTRIES), ENTRIES));
        Collections.reverse(changes);
        return changes.stream()
                .filter(change -> change.meaningful() && !change.baseline())
                .limit(MOST)
                .toList();
    }

    private void write(List<Change> latestFirst) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        element("id", id);
        element("title", words.text("changes"));
        // A feed that says nothing yet was never changed; the moment of writing would make it another one each time.
        element(
                "updated",
                latestFirst.stream()
                        .map(Change::seenAt)
                        .findFirst()
                        .orElse(Instant.EPOCH)
                        .toString());
        link("self", "changes.atom");
        xml.writeStartElement("author");
        element("name", "Uni Tracker");
        xml.writeEndElement();
        for (Change change : latestFirst) {
            entry(change);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(Change change) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("id", id + "/" + change.number());
        element("title", words.headline(change, course(change)));
        element("updated", change.seenAt().toString());
        String url = change.about().url();
        if (url != null && url.matches("https?://\\S+")) {
            link("alternate", url);
        }
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", change.kind().key());
        element("content", String.join("\n", words.details(change)));
        xml.writeEndElement();
    }

    private String course(Change change) {
        return change.course()
                .map(course -> courses.getOrDefault(course, course.key()))
                .orElse("");
    }

    private void link(String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", plain(address));
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(plain(text));
        xml.writeEndElement();
    }

    /** What XML has no place for, not even escaped, becomes the replacement character. */
    private static String plain(String text) {
        return text.codePoints()
                .map(character -> isXml(character) ? character : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isXml(int character) {
        return character == '\t'
                || character == '\n'
                || (character >= ' ' && character < Character.MIN_SURROGATE)
                || (character > Character.MAX_SURROGATE && character < 0xFFFE)
                || character >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}
