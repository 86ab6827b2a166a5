package dev.unitracker.example.server.feed;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Method;
import biweekly.property.Status;
import biweekly.property.Transparency;
import biweekly.property.Uid;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import dev.unitracker.Account;
import dev.unitracker.model.StorableText;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;

/**
 * An account's deadlines, exams and events as a calendar in iCalendar (RFC 5545), for programs that subscribe to it. What it holds
 * changes only with what is stored and with the day, so the same calendar is the same bytes.
 */
public final class CalendarFeed {

    /** What it is, for the header {@code Content-Type}. */
    public static final String CONTENT_TYPE = "text/calendar; charset=utf-8";

    /** How often to ask again; calendars take it as a hint, and some ask once a day whatever it says. */
    private static final Duration EVERY = Duration.builder().hours(1).build();

    private CalendarFeed() {}

    /** Returns the calendar of an account, which should be read at one moment. */
    public static byte[] of(Account account) {
        FeedWords words = new FeedWords(account);
        return write(words.text("calendar"), new Appointments(account, words).all());
    }

    static byte[] write(String name, Collection<Appointment> appointments) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//unitracker.dev//Uni Tracker//EN");
        calendar.setMethod(Method.publish());
        calendar.setName(name);
        calendar.setExperimentalProperty("X-WR-CALNAME", name);
        calendar.setRefreshInterval(EVERY).setParameter("VALUE", "DURATION");
        calendar.setExperimentalProperty("X-PUBLISHED-TTL", EVERY.toString());
        appointments.forEach(one -> calendar.addEvent(event(one)));
        return Biweekly.write(calendar).version(ICalVersion.V2_0).go().getBytes(StandardCharsets.UTF_8);
    }

    private static VEvent event(Appointment one) {
        VEvent event = new VEvent();
        event.setUid(new Uid(one.uid()));
        event.setSequence((int) Math.min(Integer.MAX_VALUE, one.sequence()));
        // Not the moment of writing: the same calendar is the same bytes.
        event.setDateTimeStamp(Date.from(one.changedAt()));
        event.setLastModified(Date.from(one.changedAt()));
        when(event, one.span());
        Appointment.Words text = one.text();
        event.setSummary(plain(text.title() + (text.course().isEmpty() ? "" : " · " + text.course())));
        if (!text.details().isEmpty()) {
            event.setDescription(plain(text.details()));
        }
        if (!text.course().isEmpty()) {
            event.addCategories(plain(text.course()));
        }
        if (text.link() != null) {
            event.setUrl(plain(text.link()));
        }
        event.setStatus(one.cancelled() ? Status.cancelled() : Status.confirmed());
        // A deadline takes nobody's time.
        event.setTransparency(Transparency.transparent());
        return event;
    }

    private static void when(VEvent event, Appointment.Span span) {
        if (span.day() == null) {
            event.setDateStart(Date.from(span.from()));
            event.setDateEnd(Date.from(span.to()));
            return;
        }
        event.setDateStart(day(span.day()));
        event.setDateEnd(day(span.day().plusDays(1)));
    }

    private static ICalDate day(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }

    /** Line breaks are kept, all other control characters left out: no calendar takes them. */
    private static String plain(String text) {
        return StorableText.of(text).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }
}
