package dirsh.source.dxl;

import dirsh.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * What stands in front of the first document of a plain export: a database in UTF-8 that holds its documents itself.
 *
 * @param first where the first document or note begins
 * @param context what the documents inherit
 * @param encoding how the characters of the file lie in its bytes
 */
record DxlBeginning(Place first, DxlContext context, DxlEncoding encoding) {

    /** The element around the documents. */
    static final String ROOT = "database";

    /** Reads as far as the first document; null if the file is of another kind or has none. */
    static @Nullable DxlBeginning read(DxlTokens tokens) {
        int token = tokens.next();
        while (token != DxlTokens.START) {
            token = tokens.next();
        }
        String version = tokens.reader().getVersion();
        boolean plain = tokens.encoding().equals(DxlEncoding.UTF_8) && (version == null || version.equals("1.0"));
        if (!plain
                || !tokens.isDxl()
                || !tokens.prefix().isEmpty()
                || !tokens.name().equals(ROOT)) {
            return null;
        }
        DxlContext context = DxlContext.NONE.inside(tokens);
        token = tokens.next();
        while (token != DxlTokens.FINISH) {
            if (token == DxlTokens.START) {
                switch (tokens.isDxl() && tokens.prefix().isEmpty() ? tokens.name() : "") {
                    case "document", "note" -> {
                        return new DxlBeginning(tokens.place(), context, tokens.encoding());
                    }
                    case "databaseinfo" -> context = context.withReplicaId(tokens.attribute("replicaid"));
                    case "", "database" -> {
                        return null;
                    }
                    default -> {
                        // A design element or a setting of the database.
                    }
                }
                tokens.skip();
            }
            token = tokens.next();
        }
        return null;
    }
}
