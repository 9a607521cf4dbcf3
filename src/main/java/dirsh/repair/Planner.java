package dirsh.repair;

import dirsh.compare.Comparison;
import dirsh.connector.FlagItem;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Diagnosis;
import dirsh.diagnose.Finding;
import dirsh.diagnose.ToggleRepairs;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.Note;
import dirsh.model.NoteKind;
import dirsh.source.AddressBook;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Picks from a diagnosis what a plan takes, and binds each document to the state in which it was judged. */
public final class Planner {

    /** Share of the candidates from which one cause is taken for systematic rather than damage. */
    private static final double SYSTEMATIC_SHARE = 0.20;

    /** People from which on the share is looked at. */
    private static final int SYSTEMATIC_PEOPLE = 50;

    private final AddressBook book;
    private final Function<Finding, InExchange> inExchange;
    private final Map<Cause, String> refuted;
    private final Function<Finding, Optional<HealthyElsewhere.Where>> elsewhere;
    private final Cancellation cancellation;

    /** A planner that knows nothing about Exchange. */
    public Planner(AddressBook book, Cancellation cancellation) {
        this(book, Optional.empty(), Map.of(), finding -> Optional.empty(), cancellation);
    }

    /**
     * A planner.
     *
     * @param comparison of the book with Exchange, where an export is open
     * @param refuted the causes that Exchange refutes, each with a sentence: they have to be named to be taken
     * @param elsewhere the replica that has a damaged document healthy, if there is one: the same holds for these
     */
    public Planner(
            AddressBook book,
            Optional<Comparison> comparison,
            Map<Cause, String> refuted,
            Function<Finding, Optional<HealthyElsewhere.Where>> elsewhere,
            Cancellation cancellation) {
        this.book = book;
        this.inExchange = InExchange.by(comparison);
        this.refuted = Map.copyOf(refuted);
        this.elsewhere = elsewhere;
        this.cancellation = cancellation;
    }

    /**
     * The plan for a request.
     *
     * @throws DirshException if one cause covers a suspiciously large part of the book and was not named as systematic,
     *     if a named person cannot be repaired this way, or if a document changed since the diagnosis
     */
    public Plan plan(Diagnosis diagnosis, PlanRequest request) {
        List<Finding> chosen = new ArrayList<>();
        List<Finding> withheld = new ArrayList<>();
        Map<Finding, HealthyElsewhere.Where> healthy = new LinkedHashMap<>();
        for (Finding finding : diagnosis.findings(request.groups())) {
            boolean full = request.limit() > 0 && chosen.size() == request.limit();
            if (isWithheld(request, finding)) {
                withheld.add(finding);
            } else if (!full && takes(request, finding)) {
                Optional<HealthyElsewhere.Where> where =
                        isNamed(request, finding) ? Optional.empty() : elsewhere.apply(finding);
                where.ifPresentOrElse(known -> healthy.put(finding, known), () -> chosen.add(finding));
            }
        }
        refuseSystematic(diagnosis, request, chosen);
        List<Change> changes = new ArrayList<>();
        for (Finding finding : chosen) {
            cancellation.check();
            changes.add(change(finding, diagnosis.usuallyProtected()));
        }
        Plan plan = new Plan(
                book.identity().address(),
                book.identity().lockKey(),
                book.identity().replicaId(),
                request.mode(),
                Optional.empty(),
                changes);
        return plan.with(new Outlook(
                1, Optional.empty(), Withheld.of(withheld, refuted, inExchange), HealthyElsewhere.of(healthy)));
    }

    /** Whether the request takes the document only as long as nothing refutes its cause: it is not named in any way. */
    private boolean isWithheld(PlanRequest request, Finding finding) {
        return refuted.containsKey(finding.cause()) && !isNamed(request, finding) && takes(request, finding);
    }

    private static boolean isNamed(PlanRequest request, Finding finding) {
        return request.named().contains(finding.unid()) || request.causes().contains(finding.cause());
    }

    private static boolean takes(PlanRequest request, Finding finding) {
        boolean named = request.named().contains(finding.unid());
        if (named && finding.toggleRepairs() == ToggleRepairs.NO) {
            throw DirshException.badInput(
                    "setting the flag does not help " + finding.fullName() + ": " + finding.cause(),
                    "why " + finding.unid());
        }
        boolean among =
                request.among().map(unids -> unids.contains(finding.unid())).orElse(true);
        if (named) {
            return true;
        }
        if (!among || finding.toggleRepairs() == ToggleRepairs.NO) {
            return false;
        }
        boolean nothingNamed = request.causes().isEmpty() && request.named().isEmpty();
        return request.causes().contains(finding.cause()) || (nothingNamed && finding.offered());
    }

    private static void refuseSystematic(Diagnosis diagnosis, PlanRequest request, List<Finding> chosen) {
        Set<Cause> causes = new TreeSet<>();
        chosen.stream()
                .filter(finding -> finding.kind() == NoteKind.PERSON)
                .forEach(finding -> causes.add(finding.cause()));
        int candidates = diagnosis.of(NoteKind.PERSON).candidates();
        for (Cause cause : causes) {
            int people = diagnosis.of(NoteKind.PERSON).leftOut().getOrDefault(cause, 0);
            boolean systematic = people > SYSTEMATIC_PEOPLE && people > SYSTEMATIC_SHARE * candidates;
            if (systematic && !request.systematic().contains(cause)) {
                throw DirshException.badInput(
                        String.format(
                                Locale.ROOT,
                                "%s covers %d of %d people (%d %%): that is rather a directory catalog, an extended ACL,"
                                        + " the wrong replica, a template change or a feed that still runs than damage",
                                cause,
                                people,
                                candidates,
                                100L * people / candidates),
                        "plan --systematic " + cause + ", once none of these is the reason");
            }
        }
    }

    private Change change(Finding finding, boolean usuallyProtected) {
        Note note = book.read(finding.unid()).orElseThrow(() -> changed(finding));
        List<Item> items = FlagItem.of(note);
        if (note.sequence() != finding.sequence()
                || !FlagItem.fingerprint(items).equals(finding.itemHash())) {
            throw changed(finding);
        }
        Set<ItemFlag> flags = EnumSet.copyOf(FlagItem.flagsAfterRepair(items));
        if (items.isEmpty() && usuallyProtected) {
            flags.add(ItemFlag.PROTECTED);
        }
        return new Change(
                finding.unid(),
                finding.noteId(),
                finding.fullName(),
                finding.cause().id(),
                inExchange.apply(finding),
                finding.sequence(),
                finding.itemHash(),
                KeptItem.of(book, note),
                new Change.Yes(flags));
    }

    private static DirshException changed(Finding finding) {
        return DirshException.badInput(
                "document " + finding.unid() + " changed since it was diagnosed", "diagnose | plan");
    }
}
