import { runCommand } from '../shared/command/run-command.ts'
import { startCommand } from './arguments.ts'
import { runStart } from './start.ts'

await runCommand(startCommand, (asked) => runStart(asked, process.argv.slice(2)))
