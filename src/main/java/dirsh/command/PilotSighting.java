package dirsh.command;

import dirsh.connector.ConnectorReading;
import dirsh.connector.FlagReading;
import dirsh.exchange.RecipientSource;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.repair.Entry;
import dirsh.repair.Sighting;
import dirsh.source.AddressBook;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sees a pilot in a newer Exchange export, or in another replica that is open. */
final class PilotSighting implements Sighting {

    private final Session session;
    private final Console console;
    private final OpenBook book;
    private final Optional<RecipientSource> recipients;
    private final List<OpenBook> replicas;
    private String looked;
    private Set<Unid> seen = Set.of();

    private PilotSighting(
            Session session,
            Console console,
            OpenBook book,
            Optional<RecipientSource> recipients,
            List<OpenBook> replicas) {
        this.session = session;
        this.console = console;
        this.book = book;
        this.recipients = recipients;
        this.replicas = replicas;
        this.looked = recipients.map(RecipientSource::contentToken).orElse("");
    }

    /** Where a pilot in the book can be seen; nothing if neither Exchange nor another replica is open. */
    static Optional<Sighting> of(Session session, Console console, OpenBook book) {
        Optional<RecipientSource> recipients =
                session.hasRecipients() ? Optional.of(session.recipients(null).source()) : Optional.empty();
        List<OpenBook> replicas = session.replicasOf(book);
        return recipients.isEmpty() && replicas.isEmpty()
                ? Optional.empty()
                : Optional.of(new PilotSighting(session, console, book, recipients, replicas));
    }

    @Override
    public String where() {
        return recipients
                .map(source -> "a newer " + source.address())
                .orElseGet(() -> "replica " + replicas.get(0).name());
    }

    @Override
    public Set<Unid> seen(List<Entry> repaired) {
        Set<Unid> all = new HashSet<>(inExchange(repaired));
        for (OpenBook replica : replicas) {
            repaired.stream()
                    .filter(entry -> isIn(replica.book(), entry))
                    .map(Entry::unid)
                    .forEach(all::add);
        }
        return all;
    }

    /** Who has a recipient in an export that is not the one of before; a file being written is looked at later. */
    private Set<Unid> inExchange(List<Entry> repaired) {
        String content = recipients.map(RecipientSource::contentToken).orElse("");
        if (!content.equals(looked)) {
            looked = content;
            try {
                Set<Unid> absent = session.comparisons().notInExchange(book);
                seen = new HashSet<>();
                repaired.stream()
                        .map(Entry::unid)
                        .filter(unid -> !absent.contains(unid))
                        .forEach(seen::add);
            } catch (DirshException e) {
                // Such as one that is being written, or another organisation's: the next one may do.
                console.warn(e.problem());
                seen = Set.of();
            }
        }
        return seen;
    }

    private static boolean isIn(AddressBook replica, Entry entry) {
        Optional<Note> note = replica.read(entry.unid());
        return note.isPresent()
                && note.get().sequence() >= entry.sequence()
                && ConnectorReading.of(note.get()) == FlagReading.YES;
    }
}
