package dirsh.model;

/** An answer one of whose numbers is drawn as a bar where many of them stand in a table. */
public interface Charted extends Answer {

    /** The field that holds the number; a column of the table. */
    String charted();
}
