package dev.unitracker.documents;

import dev.unitracker.documents.Extraction.Failure;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the XML of a Word document: a line for each paragraph and for each row of a table. */
final class DocxBody {
    // Settings, replaced text, and the second telling of a drawing for older programs.
    private static final Set<String> SKIPPED =
            Set.of("Fallback", "del", "moveFrom", "pPr", "rPr", "sectPr", "tblGrid", "tblPr", "tcPr", "trPr");

    private final LineWriter writer = new LineWriter();
    private int skipped;
    private boolean inText;

    private DocxBody() {}

    /** Returns the text of a document's body, cut to the limit on characters. */
    static String read(InputStream xml, Limits limits) throws UnreadableException, XMLStreamException {
        XMLStreamReader reader = reader(xml);
        DocxBody body = new DocxBody();
        while (reader.hasNext() && body.writer.length() < limits.characters()) {
            body.event(reader, reader.next());
        }
        return body.writer.toString();
    }

    /** Returns the name of the part that is the body, according to the relations of a package. */
    static String name(InputStream relations) throws UnreadableException, XMLStreamException {
        XMLStreamReader reader = reader(relations);
        while (reader.hasNext()) {
            refuseDtd(reader.next());
            if (reader.isStartElement()
                    && String.valueOf(reader.getAttributeValue(null, "Type")).endsWith("/officeDocument")) {
                String target = String.valueOf(reader.getAttributeValue(null, "Target"));
                return target.startsWith("/") ? target.substring(1) : target;
            }
        }
        throw new UnreadableException(Failure.CORRUPT, "no document inside the file");
    }

    private static XMLStreamReader reader(InputStream xml) throws XMLStreamException {
        // The JDK's own: another parser on the class path may know other switches.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(xml);
    }

    private static void refuseDtd(int event) throws UnreadableException {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new UnreadableException(Failure.CORRUPT, "the file declares entities, which no Word document does");
        }
    }

    private void event(XMLStreamReader reader, int event) throws UnreadableException {
        refuseDtd(event);
        if (event == XMLStreamConstants.START_ELEMENT) {
            start(reader.getLocalName());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            end(reader.getLocalName());
        } else if (inText && reader.isCharacters()) {
            writer.text(reader.getText());
        }
    }

    private void start(String name) {
        if (skipped > 0 || SKIPPED.contains(name)) {
            skipped++;
            return;
        }
        switch (name) {
            case "t" -> inText = true;
            case "tab" -> writer.tab();
            case "noBreakHyphen" -> writer.text("-");
            case "br", "cr", "p" -> writer.line();
            case "tr" -> writer.startRow();
            case "tc" -> writer.startCell();
            default -> inText = false;
        }
    }

    private void end(String name) {
        inText = false;
        if (skipped > 0) {
            skipped--;
            return;
        }
        switch (name) {
            case "p" -> writer.line();
            case "tr" -> writer.endRow();
            default -> {}
        }
    }
}
