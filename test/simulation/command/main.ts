import { readArguments, USAGE } from './arguments.ts'
import { simulate } from './simulate.ts'

const asked = readArguments(process.argv.slice(2))
if ('wrong' in asked) {
  process.stderr.write(`${asked.wrong} (see npm run simulate -- --help)\n`)
  process.exit(2)
}
if (asked.help) {
  process.stdout.write(USAGE)
  process.exit(0)
}

const interrupted = new AbortController()
process.once('SIGINT', () => interrupted.abort())

process.exitCode = await simulate(asked, (line) => void process.stdout.write(`${line}\n`), interrupted.signal)
