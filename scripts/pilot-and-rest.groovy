import dirsh.model.DirshException
import java.nio.file.Files

script('pilot-and-rest') {
    summary 'Repair a few people, and the rest once the few are seen in Exchange'
    details '''
        The first call plans the people who are missing in Exchange, writes the plan file,
        repairs the first of them and stops. Run the next sync. The second call, with the
        same plan file and a newer Exchange export, verifies the pilot and repairs the rest
        of the same plan; as long as the pilot is not seen it writes nothing and ends with 1.
        Without --apply both calls only show what they would do.
    '''
    option 'book', type: Address, required: true, help: 'address book, such as names.dxl'
    option 'exchange', type: Address, required: true, help: 'recipients, such as recipients.csv'
    option 'plan', type: FileName, required: true, help: 'the plan file: written by the first call, read by the second'
    option 'pilot', type: Number, help: 'repair so many people first; 3 if left out'
    example 'scripts/dirsh scripts/pilot-and-rest.groovy --book acme.dxl --exchange acme.csv --plan pilot.json'
    example 'scripts/dirsh scripts/pilot-and-rest.groovy --book acme.dxl --exchange acme.csv --plan pilot.json --pilot 2 --apply --yes'
    run { args, session ->
        open(args.book)
        exchange(args.exchange)
        def few = args.pilot ?: 3
        if (!Files.exists(session.file(args.plan))) {
            def missing = compare().missing.findAll { it.offered }
            if (!args.apply) {
                say "1. --apply would write ${args.plan}, repair ${Math.min(few, missing.size())} of ${missing.size()} people and stop"
                return plan(missing)
            }
            plan(missing, save: args.plan)
            def pilot = apply(args.plan, pilot: few, yes: args.yes)
            display pilot
            say "2. Run the next sync, export the recipients again, then call this once more with the same --plan ${args.plan}"
            return pilot.exitCode()
        }
        def kept = plan(show: args.plan).plan()
        def pilot = runs().collect { runs(it.id) }.findAll { it.plan().id() == kept.id() && it.state != 'undone' }
        if (!pilot) {
            throw DirshException.badInput("no run of the plan ${args.plan} is known here", "--plan with the name of a new file")
        }
        def seen = verify(pilot.last().id).fields()
        say "pilot ${pilot.last().id}: ${seen.held} held, ${seen.lost} lost, ${seen.appeared} in Exchange, ${seen.notYet} not yet"
        def older = seen.notes.find { it.contains('older than the repair') }
        if (older || seen.appeared == 0 || seen.lost > 0 || seen.notYet > 0) {
            say older ?: 'the pilot is not seen in Exchange as it should be: the rest is not touched'
            return 1
        }
        if (!args.apply) {
            say "--apply would repair the rest of the ${kept.size()} people"
            return plan(show: args.plan)
        }
        def rest = apply(args.plan, yes: args.yes)
        display rest
        rest.exitCode()
    }
}
