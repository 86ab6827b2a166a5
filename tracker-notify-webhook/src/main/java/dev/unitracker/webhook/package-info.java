/**
 * Notifiers that post to an address of the web: {@link dev.unitracker.webhook.WebhookNotifier} to programs, {@link
 * dev.unitracker.webhook.DiscordNotifier} and {@link dev.unitracker.webhook.NtfyNotifier} to people.
 */
@NullMarked
package dev.unitracker.webhook;

import org.jspecify.annotations.NullMarked;
