package dirsh;

/** The wiring of the shell: a placeholder until the host is there. */
public final class Main {
    private Main() {}

    /** Prints the name of the program. */
    public static void main(String[] args) {
        System.out.println("dirsh");
    }
}
