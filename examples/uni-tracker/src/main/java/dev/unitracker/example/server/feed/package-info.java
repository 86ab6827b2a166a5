/** Feeds for programs that people have anyway: calendars and feed readers. Values in, bytes out. */
@NullMarked
package dev.unitracker.example.server.feed;

import org.jspecify.annotations.NullMarked;
