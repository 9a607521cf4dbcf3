package dirsh.source.dxl;

import javax.xml.stream.XMLStreamConstants;

/**
 * What the beginning of a file tells: that it is DXL, and of which database.
 *
 * @param title the database's title, or empty
 * @param replicaId 16 hexadecimal digits, or empty
 */
record DxlHead(String title, String replicaId) {

    private static final int ELEMENTS_LOOKED_AT = 100;

    /** Reads no more tokens than needed. */
    static DxlHead read(DxlTokens tokens) {
        int token = tokens.next();
        while (token != DxlTokens.START) {
            if (token == XMLStreamConstants.END_DOCUMENT) {
                throw DxlErrors.notDxl(tokens.place());
            }
            token = tokens.next();
        }
        boolean knownRoot = tokens.declaresDxl() || (tokens.isDxl() && isRecordOrDatabase(tokens.name()));
        DxlContext context = DxlContext.NONE.inside(tokens);
        String stated = tokens.isDxl() && tokens.name().equals("database") ? tokens.attribute("title") : null;
        String title = stated == null ? "" : stated;
        if (knownRoot && !context.replicaId().isEmpty()) {
            return new DxlHead(title, context.replicaId());
        }
        for (int looked = 0; looked < ELEMENTS_LOOKED_AT; ) {
            token = tokens.next();
            if (token == DxlTokens.FINISH) {
                break;
            }
            if (token == DxlTokens.START) {
                looked++;
                String name = tokens.name();
                if (tokens.isDxl() && (isRecordOrDatabase(name) || name.equals("databaseinfo"))) {
                    return new DxlHead(
                            title,
                            context.inside(tokens)
                                    .withReplicaId(tokens.attribute("replicaid"))
                                    .replicaId());
                }
                if (knownRoot) {
                    break;
                }
            }
        }
        if (!knownRoot) {
            throw DxlErrors.notDxl(tokens.place());
        }
        return new DxlHead(title, context.replicaId());
    }

    private static boolean isRecordOrDatabase(String name) {
        return name.equals("database")
                || name.equals("document")
                || name.equals("note")
                || name.equals("profiledocument");
    }
}
