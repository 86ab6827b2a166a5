/**
 * What the links in messages lead to: a small page that says what following one does, and a button that does it. Programs that scan
 * mail open every link, so opening one does nothing.
 */
@NullMarked
package dev.unitracker.example.server.act;

import org.jspecify.annotations.NullMarked;
