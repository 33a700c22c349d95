import { endWith, ownTerminal } from '../../shared/command/run-command.ts'
import { shiming } from './shiming.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const untilStopped = (): AbortSignal => {
  const over = new AbortController()
  for (const signal of SIGNALS) process.once(signal, () => over.abort())
  return over.signal
}

endWith(await shiming({ ...ownTerminal(), isWatched: process.stderr.isTTY === true, untilStopped }))
