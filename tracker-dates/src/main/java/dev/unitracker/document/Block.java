package dev.unitracker.document;

/** A part of a document that stands by itself. There are four kinds; {@link #accept} tells them apart. All are immutable. */
public sealed interface Block permits Heading, Paragraph, ListItem, Table {

    /** Returns where it begins. */
    Position at();

    /**
     * Returns its plain text: lines ended by {@code \n} but the last, list items after {@code - }, cells of a row separated
     * by {@code  | }, what is struck between {@code ~~}. Empty for what says nothing.
     */
    String text();

    /** Calls the method of the visitor for this kind of block, and returns its answer. */
    <R> R accept(Visitor<R> visitor);

    /**
     * A question that each kind of block answers. A new kind is a new method, so whoever asks has to answer it.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /** Answers for a heading. */
        R heading(Heading heading);

        /** Answers for a paragraph. */
        R paragraph(Paragraph paragraph);

        /** Answers for a list item. */
        R listItem(ListItem item);

        /** Answers for a table. */
        R table(Table table);
    }
}
