/** Reads texts out of documents: HTML, plain text, PDF, DOCX. */
module dev.unitracker.documents {
    requires static transitive org.jspecify;
    requires java.xml;
    // PDFBox needs it and, being no module, does not say so.
    requires org.apache.commons.logging;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires org.slf4j;
    requires transitive dev.unitracker.dates;
    requires transitive org.jsoup;

    exports dev.unitracker.documents;
}
