command('sample') {
    group 'Books'
    quiet()
    summary 'Write a sample directory with every kind of damage'
    details '''
        Writes names.dxl and exchange.csv with invented people into a folder, the same
        for equal numbers. --next-sync simulates the next update sync over them by the
        documented rules and writes exchange-next.csv.
    '''
    output 'nothing'
    argument 'folder', type: FolderName, required: true, help: 'the folder to write to'
    option 'people', type: Number, help: 'how many people; 300 if left out'
    option 'seed', type: Number, help: 'another number gives other people; 1 if left out'
    option 'next-sync', type: Switch, help: 'simulate the next update sync'
    example 'sample --help', over: ''
    run { args, session ->
        args.nextSync ? session.samples().nextSync(args.folder) : session.samples().write(args.folder, args.people ?: 300, args.seed ?: 1)
    }
}
