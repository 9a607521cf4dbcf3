command('snapshot') {
    group 'Look'
    summary 'Keep who is damaged now, to see later what changed'
    details '''
        Writes of every person and group the UNID, sequence number, name, cause and a hash
        of the flag item into a new file, readable by you alone; with an Exchange export
        open, who is in Exchange as well. A file that is there is never replaced.
        diagnose --since FILE and compare --since FILE tell what changed.
    '''
    output 'nothing'
    argument 'file', type: FileName, required: true, help: 'the new file, such as monday.snap'
    option 'in', type: BookName, help: 'an open address book; the current one if left out'
    example 'snapshot monday.snap', over: 'acme.dxl'
    run { args, session -> session.snapshots().take(args.file, args.in) }
}
