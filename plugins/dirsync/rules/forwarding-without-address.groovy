rule('forwarding-without-address') {
    summary 'People whose mail is to be forwarded, but who have no forwarding address'
    details '''
        MailSystem 5 means other internet mail: it goes to the forwarding address in MailAddress and to no mail
        file. Where that is blank, or no address at all, whatever Exchange passes on to such a person bounces.
    '''
    check { people ->
        people.findAll { it.MailSystem == '5' }.each { person ->
            def address = person.MailAddress.strip()
            if (!address) {
                report person, 'MailSystem is 5 (other internet mail), but MailAddress is blank'
            } else if (!address.contains('@')) {
                report person, "MailSystem is 5 (other internet mail), but MailAddress '$address' has no @"
            }
        }
    }
    example 'a blank address is reported', over: [[MailSystem: '5', MailAddress: '']], finds: 1
    example 'a missing address is reported', over: [[MailSystem: '5', MailFile: 'mail\\jdoe']], finds: 1
    example 'a name is no internet address', over: [[MailSystem: '5', MailAddress: 'Jane Doe']], finds: 1
    example 'an address is fine', over: [[MailSystem: '5', MailAddress: 'jdoe@example.net']], finds: 0
    example 'Notes mail needs none', over: [[MailSystem: '1', MailFile: 'mail\\jdoe']], finds: 0
}
