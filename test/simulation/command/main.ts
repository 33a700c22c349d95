import { runCommand } from '../../../shared/command/run-command.ts'
import { askedOf, simulateCommand } from './asked.ts'

await runCommand(simulateCommand, async (given) => {
  const asked = askedOf(given)
  // Everything that is simulated is loaded only now: whoever asks for help need not wait for it.
  const { simulate } = await import('./simulate.ts')
  const interrupted = new AbortController()
  process.once('SIGINT', () => interrupted.abort())
  return simulate(asked, (line) => void process.stdout.write(`${line}\n`), interrupted.signal)
})
