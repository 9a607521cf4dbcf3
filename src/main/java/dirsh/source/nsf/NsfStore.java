package dirsh.source.nsf;

import dirsh.model.Cancellation;
import dirsh.model.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An open database file with everything that leads to its notes. */
final class NsfStore implements AutoCloseable {

    private static final int SUMMARY_PER_PAGE = 570;
    private static final int NON_SUMMARY_PER_PAGE = 812;
    private static final int LIKELY_NON_SUMMARY = 32 << 10;

    private final NsfFile file;
    private final NsfHeader header;
    private final ItemNames names;
    private final Buckets buckets;
    private final NoteReferences references;
    private final List<Problem> problems;

    /**
     * The buckets of a file.
     *
     * @param carved whether they were searched for, since no list of them could be used
     * @param newestRrv from the superblock
     */
    private record Buckets(BucketList summary, BucketList nonSummary, boolean carved, Optional<NsfBytes> newestRrv) {}

    private NsfStore(
            NsfFile file,
            NsfHeader header,
            ItemNames names,
            Buckets buckets,
            NoteReferences references,
            List<Problem> problems) {
        this.file = file;
        this.header = header;
        this.names = names;
        this.buckets = buckets;
        this.references = references;
        this.problems = problems;
    }

    /**
     * Opens a file and reads what leads to its notes.
     *
     * @param name the file's name as the user gave it
     * @throws dirsh.model.DirshException if this is no NSF, or one that cannot be read, or the work was cancelled
     */
    static NsfStore open(Path path, String name, Cancellation cancellation) {
        NsfFile file = NsfFile.open(path, name);
        try {
            return of(file, cancellation);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static NsfStore of(NsfFile file, Cancellation cancellation) {
        NsfHeader header = NsfHeader.read(file);
        List<Problem> found = new ArrayList<>();
        NsfProblems problems = new NsfProblems(file, found::add);
        if (!header.isKnownVersion()) {
            problems.add(6, "format version (ODS) " + header.ods() + " is not among those this reader was tested with");
        }
        BucketDescriptors descriptors = descriptors(file, header);
        Buckets buckets = buckets(file, header, problems, cancellation);
        NoteReferences references = buckets.carved()
                ? NoteReferences.carved(file, buckets.summary(), cancellation)
                : NoteReferences.read(file, descriptors, buckets.newestRrv(), problems);
        return new NsfStore(file, header, descriptors.names(), buckets, references, found);
    }

    private static BucketDescriptors descriptors(NsfFile file, NsfHeader header) {
        try {
            return BucketDescriptors.read(file, header);
        } catch (NsfDamage e) {
            throw NsfErrors.noNames(file.name(), e);
        }
    }

    private static Buckets buckets(NsfFile file, NsfHeader header, NsfProblems problems, Cancellation cancellation) {
        try {
            Superblock superblock = Superblock.read(file, header);
            BucketList summary = new BucketList(file, superblock.summary(), header.bucketSize());
            BucketList nonSummary = new BucketList(file, superblock.nonSummary(), LIKELY_NON_SUMMARY);
            if (summary.pagesAreRight(SUMMARY_PER_PAGE) && nonSummary.pagesAreRight(NON_SUMMARY_PER_PAGE)) {
                return new Buckets(summary, nonSummary, false, superblock.newestRrv());
            }
            return carved(file, header, problems, new NsfDamage(0, "its list of buckets is wrong"), cancellation);
        } catch (NsfDamage e) {
            return carved(file, header, problems, e, cancellation);
        }
    }

    private static Buckets carved(
            NsfFile file, NsfHeader header, NsfProblems problems, NsfDamage reason, Cancellation cancellation) {
        Carving.Result result;
        try {
            result = Carving.of(file, cancellation);
        } catch (NsfDamage e) {
            throw NsfErrors.noBuckets(file.name(), e);
        }
        if (result.summary().count() == 0) {
            throw NsfErrors.noBuckets(file.name(), reason);
        }
        problems.add(
                reason.offset(),
                "no superblock is usable (" + reason.text()
                        + "); the notes were searched for in the file and may be incomplete or out of date");
        if (result.passedOver() > 0) {
            problems.add(
                    reason.offset(),
                    result.passedOver()
                            + " places that may be buckets were passed over, since too many before them only"
                            + " look like buckets; notes may be missing");
        }
        return new Buckets(
                new BucketList(file, result.summary(), header.bucketSize()),
                new BucketList(file, result.nonSummary(), LIKELY_NON_SUMMARY),
                true,
                Optional.empty());
    }

    NsfFile file() {
        return file;
    }

    NsfHeader header() {
        return header;
    }

    ItemNames names() {
        return names;
    }

    NoteReferences references() {
        return references;
    }

    BucketList nonSummary() {
        return buckets.nonSummary();
    }

    /** Whether the notes were searched for; such notes must not feed a repair. */
    boolean isCarved() {
        return buckets.carved();
    }

    /** What was wrong with the structures that lead to the notes. */
    List<Problem> problems() {
        return problems;
    }

    /** The note that a reference leads to. */
    NsfNote note(int reference) throws NsfDamage {
        Bucket bucket = buckets.summary().bucket(references.bucket(reference));
        return NsfNote.read(bucket, references.slot(reference), references.noteId(reference));
    }

    @Override
    public void close() {
        file.close();
    }
}
