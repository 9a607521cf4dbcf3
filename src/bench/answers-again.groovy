// Asks a session everything twice and tells how long each answer took, shown as at a prompt; src/bench/paired answers reads it.

script('answers-again') {
    summary 'Time the second answers of a session'
    option 'folder', required: true, help: 'folder with names.dxl and exchange.csv'
    run { args ->
        def lap = { String name, Closure step ->
            def from = System.nanoTime()
            display step()
            say String.format(Locale.ROOT, 'lap %s: %.1f ms', name, (System.nanoTime() - from) / 1e6)
        }
        lap('open', { open "${args.folder}/names.dxl" })
        lap('exchange', { exchange "${args.folder}/exchange.csv" })
        lap('diagnose', { diagnose() })
        lap('compare', { compare() })
        lap('diagnose again', { diagnose() })
        lap('compare again', { compare() })
        lap('status', { status() })
        lap('status again', { status() })
        null
    }
}
