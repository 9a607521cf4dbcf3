package dirsh.replica;

import dirsh.model.Answer;
import dirsh.model.Note;
import dirsh.model.Person;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A document that is not the same in all replicas: in what way, what each side holds, and what to do about it. */
public final class ReplicaDifference implements Answer {

    private final Unid unid;
    private final DifferenceKind kind;
    private final List<Side> sides;
    private final List<DifferingItem> items;

    /**
     * A difference.
     *
     * @param unid its id in the first book that holds it
     * @param sides what each book holds
     * @param items what is stored otherwise; none where there is nothing to be held against each other
     */
    ReplicaDifference(Unid unid, DifferenceKind kind, List<Side> sides, List<DifferingItem> items) {
        this.unid = unid;
        this.kind = kind;
        this.sides = List.copyOf(sides);
        this.items = List.copyOf(items);
    }

    /** In what way it differs. */
    public DifferenceKind kind() {
        return kind;
    }

    /** Its id in the first book that holds it. */
    public Unid unid() {
        return unid;
    }

    /** The books in which the flag is stored as a form stores a Yes, where it is damaged in another one; else none. */
    public List<String> healthy() {
        return damaged().isEmpty()
                ? List.of()
                : sides.stream().filter(Side::isHealthy).map(Side::book).toList();
    }

    private List<String> damaged() {
        return sides.stream()
                .filter(side -> side.fault().isPresent())
                .map(Side::book)
                .toList();
    }

    /** The books whose document replaces the others; all that hold one where none does. */
    private List<String> newest() {
        List<Side> holding = holding();
        return holding.stream()
                .filter(side ->
                        holding.stream().noneMatch(other -> revision(other).isNewer(revision(side))))
                .map(Side::book)
                .toList();
    }

    private List<Side> holding() {
        return sides.stream().filter(side -> side.note().isPresent()).toList();
    }

    private static Revision revision(Side side) {
        return side.revision().orElse(new Revision(0, Revision.UNKNOWN));
    }

    private List<String> books(String what) {
        return sides.stream()
                .filter(side -> side.what().equals(what))
                .map(Side::book)
                .toList();
    }

    /** What to do, in one sentence. */
    String next() {
        List<String> healthy = healthy();
        String newest = first(newest());
        return switch (kind) {
            case ONLY_HERE ->
                "replicate from " + newest + ", unless it was deleted in " + String.join(", ", books(Side.NOTHING));
            case DELETED -> deletion();
            case NEWER -> {
                if (healthy.isEmpty() || healthy.contains(newest)) {
                    yield "replicate from " + newest;
                }
                yield damaged().contains(newest)
                        ? "repair it in " + newest + ", which is newer, before it replicates: plan --in " + newest
                        : "replicate from " + newest + "; there the flag is no Yes";
            }
            case SAVE_CONFLICT ->
                "replication will make a conflict document: keep the right side"
                        + (healthy.isEmpty() ? "" : ", the flag is healthy in " + first(healthy));
            case CONFLICT_DOCUMENT -> "merge it into its winner, or delete it";
            case REPLICA_DIVERGENCE ->
                healthy.isEmpty()
                        ? "replication never looks at it again: save it where it is right, then replicate from there"
                        : divergence(healthy);
            case DIFFERENT -> healthy.isEmpty() ? "" : "the flag is healthy in " + first(healthy);
        };
    }

    private String divergence(List<String> healthy) {
        Optional<String> savable = sides.stream()
                .filter(side -> side.saves() && healthy.contains(side.book()))
                .findFirst()
                .map(Side::book);
        return savable.map(book -> "save it in " + book + ", which is healthy, then replicate from there: plan --in "
                        + book + " --cause replica-divergence")
                .orElse("save it in Notes in the replica of " + first(healthy)
                        + ", which is healthy, then replicate from there");
    }

    private String deletion() {
        String stub = first(books(Side.STUB));
        Optional<Revision> deleted = sides.stream()
                .filter(side -> side.book().equals(stub))
                .findFirst()
                .map(ReplicaDifference::revision);
        String newest = first(newest());
        boolean kept = sides.stream()
                .filter(side -> side.book().equals(newest))
                .anyMatch(side -> deleted.isPresent() && revision(side).isNewer(deleted.get()));
        return kept
                ? "saved in " + newest + " after the deletion: replication brings it back"
                : "replication deletes it in " + String.join(", ", books(Side.DOCUMENT)) + " too";
    }

    private static String first(List<String> names) {
        return names.isEmpty() ? "" : names.get(0);
    }

    private String fullName() {
        for (Side side : holding()) {
            Note note = side.note().orElseThrow();
            String name = new Person(note).shownName();
            if (!name.equals(note.unid().toString())) {
                return name;
            }
        }
        return "";
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("unid", unid.toString());
        fields.put("kind", kind.id());
        fields.put("fullName", fullName());
        fields.put("newest", newest());
        fields.put("healthy", healthy());
        fields.put("next", next());
        fields.put("items", items.stream().map(DifferingItem::fields).toList());
        fields.put("books", sides.stream().map(Side::fields).toList());
        List<String> evidence = new ArrayList<>();
        items.forEach(item -> evidence.add(item.sentence()));
        fields.put("evidence", evidence);
        return fields;
    }

    @Override
    public List<String> columns() {
        return List.of("fullName", "kind", "healthy", "next", "evidence");
    }

    @Override
    public int exitCode() {
        return 1;
    }
}
