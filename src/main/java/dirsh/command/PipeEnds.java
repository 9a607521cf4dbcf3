package dirsh.command;

/**
 * What a command takes from the pipe before it and gives to the one behind it.
 *
 * @param takes {@link PipeKind#NOTHING} for a command that cannot stand after a pipe
 * @param gives {@link PipeKind#ANYTHING} where the declaration does not say
 */
public record PipeEnds(PipeKind takes, PipeKind gives) {

    /** A command at the beginning of a pipe. */
    public static PipeEnds giving(PipeKind gives) {
        return new PipeEnds(PipeKind.NOTHING, gives);
    }
}
