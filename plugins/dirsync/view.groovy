command('view') {
    group 'Domino'
    summary 'Show what a view of the live directory has for a person'
    details '''
        Views see summary items only. The flag item as the document stores it stands
        beside what the view shows, so that a difference meets the eye.
    '''
    output 'anything'
    argument 'name', type: Text, required: true, help: 'the view, such as ($Users) or ($VIMPeople)'
    argument 'key', type: Text, help: 'what its first sorted column begins with; every entry if left out'
    option 'in', type: BookName, help: 'an open address book; the current one if left out'
    example 'view --help', over: ''
    run { args, session -> session.domino().view(args.name, args.key, args.in) }
}
