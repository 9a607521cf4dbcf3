mapping('exchange-notes-connector') {
    summary 'Which item fills which attribute, by Amap.tbl as the connector comes with it'
    details '''
        longest is the length after which the connector cuts a value (KB Q180517). What is
        onDemand is compared only with compare --attributes: conventions for names differ.
    '''
    attribute 'department', item: 'Department', longest: 64
    attribute 'phone', item: 'OfficePhoneNumber', longest: 20
    attribute 'company', item: 'CompanyName', longest: 64
    attribute 'title', item: 'JobTitle', longest: 32
    attribute 'primarySmtpAddress', item: 'InternetAddress'
    attribute 'displayName', item: 'FullName', onDemand: true
    attribute 'firstName', item: 'FirstName', longest: 64, onDemand: true
    attribute 'lastName', item: 'LastName', longest: 64, onDemand: true
    example 'the common name of a hierarchical one', over: [FullName: 'CN=Jane Doe/O=Acme', JobTitle: 'Boss'], gives: [displayName: 'Jane Doe', title: 'Boss']
}
