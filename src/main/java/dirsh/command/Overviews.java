package dirsh.command;

import dirsh.compare.Comparison;
import dirsh.compare.KnownFiles;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Tally;
import dirsh.model.Counted;
import dirsh.model.NoteKind;
import dirsh.overview.ExchangeSide;
import dirsh.overview.Overview;
import dirsh.overview.OverviewTally;
import dirsh.repair.KnownRun;
import dirsh.repair.RunStore;
import dirsh.repair.Withheld;
import dirsh.source.AddressBook;
import dirsh.source.BookFeature;
import dirsh.source.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a session can say about a book as a whole, for somebody who was not there. */
public final class Overviews {

    private final Session session;
    private final RunStore runs;

    Overviews(Session session, RunStore runs) {
        this.session = session;
        this.runs = runs;
    }

    /** Everything that is known of a book, compared with Exchange where an export is open; nothing is written. */
    public Overview of(@Nullable String in) {
        OpenBook open = session.book(in);
        AddressBook book = open.book();
        Optional<Comparison> comparison =
                session.hasRecipients() ? Optional.of(session.comparisons().of(open)) : Optional.empty();
        Map<Cause, String> refuted = session.calibrations().refuted(open, comparison);
        OpenBook.Survey survey = open.survey(session.cancellation());
        List<String> damaged = new ArrayList<>();
        List<KnownRun> known = KnownRun.of(book.identity(), runs, damaged::add);
        OverviewTally tally = new OverviewTally(survey.diagnosis().findings(false), comparison, known);
        book.scan(Projection.of(OverviewTally.ITEMS), session.cancellation(), tally::add);
        List<String> remarks = new ArrayList<>(remarks(open, comparison, survey));
        Withheld.of(survey.stored().findings(false), refuted, comparison)
                .forEach(withheld -> remarks.add(withheld.sentence()));
        remarks.addAll(damaged);
        Tally people = survey.diagnosis().of(NoteKind.PERSON);
        return Overview.of(
                book.identity(),
                comparison.map(with ->
                        ExchangeSide.of(session.recipients(null).source().address(), with)),
                people.candidates(),
                people.exported(),
                tally,
                known,
                remarks);
    }

    private List<String> remarks(OpenBook open, Optional<Comparison> comparison, OpenBook.Survey survey) {
        AddressBook book = open.book();
        List<String> remarks = new ArrayList<>();
        if (comparison.isEmpty()) {
            remarks.add("Who is in Exchange, and so who is at risk or missing there: no Exchange export was open.");
        } else if (session.recipients(null).partial()) {
            remarks.add("Who else is in Exchange: the export is known to hold only some of the people.");
        }
        comparison.flatMap(Comparison::warning).ifPresent(remarks::add);
        comparison.ifPresent(with -> with.compared().lines().stream().skip(1).forEach(remarks::add));
        if (!book.features().contains(BookFeature.LIVE)) {
            remarks.add(
                    "Whether the Domino Directory itself is as this copy of it; a repair of a copy does not reach it.");
        }
        ViewLimits.of(book).ifPresent(remarks::add);
        KnownFiles files = session.connector().known(book, List.of());
        if (!files.filters()) {
            remarks.add("Whether the connector filters people out: its files were not open (connector open FOLDER).");
        }
        book.leftOpen().ifPresent(remarks::add);
        if (!survey.problems().isEmpty()) {
            remarks.add(Counted.of(survey.problems().size(), "record of the book", "records of the book")
                    + " could not be read as they should: status --problems.");
        }
        return remarks;
    }
}
