import java.nio.file.Files

script('tour') {
    summary 'Show the main job on a generated sample directory'
    details '''
        Writes invented people into a new folder, finds who is left out and why,
        compares with Exchange, repairs, simulates the next sync and verifies.
    '''
    option 'folder', type: FolderName, help: 'where to write the sample; a new temporary folder if left out'
    option 'people', type: Number, help: 'how many people; 300 if left out'
    option 'seed', type: Number, help: 'another number gives other people; 1 if left out'
    example 'scripts/dirsh scripts/tour.groovy --folder tour --people 60'
    run { args ->
        def folder = args.folder ?: Files.createTempDirectory('dirsh-tour').toString()
        say "1. A directory of invented people in ${folder}"
        sample(folder, people: args.people ?: 300, seed: args.seed ?: 1)
        open("${folder}/names.dxl")
        exchange("${folder}/exchange.csv")

        say '2. The sync is incomplete although the form shows Yes: status'
        display status()

        say '3. What keeps people out, read from the stored items: diagnose'
        def leftOut = diagnose()
        display leftOut.take(5)
        def unexplained = leftOut.find { it.cause == 'not-summary' }
        say "4. Why it is so for one of them: why \"${unexplained.fullName}\""
        display why(unexplained.unid.toString())

        say '5. The address book against Exchange: compare'
        def before = compare()
        say "   ${before.missing.size()} missing, ${before.atRisk.size()} at risk, ${before.unexpected.size()} unexpected"

        say '6. A plan takes only people in whose documents all evidence means Yes: diagnose | plan'
        def repair = plan(leftOut)
        say "   plan ${repair.id()}: ${repair.size()} documents, ${repair.saves()} saves"

        say '7. What the next sync would do, now and after the plan: rehearse'
        display rehearse()

        say '8. The repair, journal first: apply'
        def run = apply(repair, yes: true)

        say '9. The next update sync, simulated: sample --next-sync'
        sample(folder, nextSync: true)
        exchange("${folder}/exchange-next.csv")

        say "10. Who has appeared: verify ${run.id()}"
        def verified = verify(run.id())
        say "   ${verified.fields().held} held, ${verified.fields().appeared} in Exchange now, ${verified.fields().notYet} not yet"
        say "Take it back with: scripts/dirsh -c 'undo ${run.id()}'"
        status()
    }
}
