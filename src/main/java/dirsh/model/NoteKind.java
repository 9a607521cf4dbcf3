package dirsh.model;

/** The kinds of document in a Domino Directory that directory synchronisation knows. */
public enum NoteKind {
    PERSON("person"),
    GROUP("group"),
    RESOURCE("resource"),
    MAIL_IN_DATABASE("mail-in database"),
    OTHER("other");

    private final String word;

    NoteKind(String word) {
        this.word = word;
    }

    /**
     * The kind of a note by its items Form and Type. A document whose Type is Person stays a person even if its Form is
     * another one, since that is a reason for being left out.
     */
    public static NoteKind of(Note note) {
        String form = note.form();
        String type = note.text("Type");
        if (is(form, type, "Person")) {
            return PERSON;
        }
        if (is(form, type, "Group")) {
            return GROUP;
        }
        if (form.equalsIgnoreCase("Resource")) {
            return RESOURCE;
        }
        return is(form, type, "Database") ? MAIL_IN_DATABASE : OTHER;
    }

    private static boolean is(String form, String type, String word) {
        return form.equalsIgnoreCase(word) || type.equalsIgnoreCase(word);
    }

    @Override
    public String toString() {
        return word;
    }
}
