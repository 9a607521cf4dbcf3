package dirsh.source.dxl;

import dirsh.model.Cancellation;
import dirsh.model.Note;

/**
 * One pass over the tokens of a DXL text that hands over its data documents.
 *
 * <p>Documents and notes may stand anywhere below the root, also below elements of other vocabularies; design elements
 * are passed over.
 */
final class DxlScanner {

    private final DxlTokens tokens;
    private final DxlRecord records;
    private final Cancellation cancellation;
    private final RecordSink sink;
    private final long from;

    /** Takes the records of a pass. */
    @FunctionalInterface
    interface RecordSink {
        /**
         * Takes a data document.
         *
         * @param end file offset behind its last byte
         * @param context what it inherits
         */
        void record(Note note, long end, DxlContext context);
    }

    /**
     * @param from file offset before which nothing is handed over, since an earlier pass has done it
     */
    DxlScanner(DxlTokens tokens, DxlRecord records, Cancellation cancellation, RecordSink sink, long from) {
        this.tokens = tokens;
        this.records = records;
        this.cancellation = cancellation;
        this.sink = sink;
        this.from = from;
    }

    /** Passes through the whole text. */
    void run(DxlContext outside) {
        int token = tokens.next();
        while (token != DxlTokens.FINISH) {
            if (token == DxlTokens.START) {
                element(outside);
            }
            token = tokens.next();
        }
    }

    /** Passes through the one element inside the start tag that a fragment has in front. */
    void fragment(DxlContext outside) {
        tokens.next();
        tokens.next();
        element(outside);
    }

    private void element(DxlContext outside) {
        String name = tokens.name();
        boolean dxl = tokens.isDxl();
        if (dxl && (name.equals("document") || name.equals("note"))) {
            cancellation.check();
            record(outside);
        } else if ((dxl && name.equals("profiledocument")) || isDesign(name)) {
            tokens.skip();
        } else {
            children(outside.inside(tokens), dxl);
        }
    }

    /** Below the root, whatever is of DXL but no database is a design element or a database's own settings. */
    private boolean isDesign(String name) {
        return tokens.depth() > 1 && tokens.declaresDxl() && !name.equals("database");
    }

    private void children(DxlContext context, boolean database) {
        DxlContext inside = context;
        int depth = tokens.depth();
        int token = tokens.next();
        while (tokens.depth() >= depth) {
            if (token == DxlTokens.START) {
                if (database && tokens.isDxl() && tokens.name().equals("databaseinfo")) {
                    inside = inside.withReplicaId(tokens.attribute("replicaid"));
                    tokens.skip();
                } else {
                    element(inside);
                }
            }
            token = tokens.next();
        }
    }

    private void record(DxlContext outside) {
        if (tokens.start() < from) {
            tokens.skip();
            return;
        }
        tokens.record(tokens.name());
        Note note = records.read(outside.inside(tokens).replicaId());
        tokens.record("");
        if (note != null) {
            sink.record(note, tokens.end(), outside);
        }
    }
}
