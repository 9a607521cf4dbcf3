package dirsh.command;

import dirsh.exchange.Recipient;
import dirsh.exchange.RecipientSink;
import dirsh.exchange.RecipientSource;
import dirsh.model.Cancellation;
import dirsh.model.FileStamp;
import dirsh.model.Problem;
import java.time.Instant;
import java.util.Optional;

/** Recipients of which each scan tells the console how far it is, whoever scans. */
final class ToldRecipients implements RecipientSource {

    private final String name;
    private final RecipientSource source;
    private final Console console;

    /**
     * The recipients of a source.
     *
     * @param name the name they go by in the session
     */
    ToldRecipients(String name, RecipientSource source, Console console) {
        this.name = name;
        this.source = source;
        this.console = console;
    }

    @Override
    public String address() {
        return source.address();
    }

    @Override
    public void scan(Cancellation cancellation, RecipientSink sink) {
        ToldCount count = new ToldCount(name, console);
        source.scan(cancellation, new RecipientSink() {
            @Override
            public void recipient(Recipient recipient) {
                sink.recipient(recipient);
                count.found();
            }

            @Override
            public void problem(Problem problem) {
                sink.problem(problem);
            }

            @Override
            public void passed(long done, long total, String unit) {
                count.passed(done, total, unit);
            }

            @Override
            public void warning(String text) {
                sink.warning(text);
            }
        });
    }

    @Override
    public String contentToken() {
        return source.contentToken();
    }

    @Override
    public Optional<FileStamp> stamp() {
        return source.stamp();
    }

    @Override
    public Optional<Instant> dated() {
        return source.dated();
    }

    @Override
    public void close() {
        source.close();
    }
}
