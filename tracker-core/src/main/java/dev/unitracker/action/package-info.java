/**
 * Answers by following a link, for channels that have no buttons: what a message offers, as signed addresses of the host,
 * and how the host reads them. Knows no channel, no server and no store.
 */
@NullMarked
package dev.unitracker.action;

import org.jspecify.annotations.NullMarked;
