command('find') {
    group 'Look'
    summary 'List the people a selection formula picks'
    details '''
        Looks through the open address book; nothing is written. The answer is a
        table, so it can be sorted, exported or piped to another command.
        As in Notes, a selection formula sees items with the summary flag only;
        --stored looks at every stored item.
    '''
    output 'people'
    argument 'formula', type: Formula, required: true, help: 'selection formula, such as MailDomain="Acme" & @IsUnavailable(AvailableForDirSync)'
    option 'items', type: ItemNames, help: 'items to show, such as FullName,ShortName'
    option 'stored', type: Switch, help: 'see items without the summary flag too'
    option 'groups', type: Switch, help: 'look through groups as well as people'
    option 'in', type: BookName, help: 'an open address book; the current one if left out'
    example 'find LastName="Doe" --items FullName,ShortName', over: 'two-does.dxl', gives: '''
        FullName            ShortName
        CN=Jane Doe/O=Acme  jdoe
        CN=John Doe/O=Acme  jdoe2
    '''
    run { args, session -> session.finding(args.formula, args.items, args.in, args.groups, args.stored) }
}
