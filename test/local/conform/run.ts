import { createServer } from 'node:http'
import { conform } from '../../../local/conform/conform.ts'
import type { Report } from '../../../local/conform/report.ts'
import { newSecret } from '../../../local/conform/stage/signing.ts'
import type { Tried } from '../../../local/conform/stage/stage.ts'
import { close, listen } from '../../../local/listen.ts'
import { type Fault, startReceiver } from './receiver.ts'

/** Two, as while one follows the other. */
export const secrets = [newSecret(), newSecret()] as const

/** Long for one who answers, also on a busy machine, and short for a test to wait. */
export const LIMIT_MS = 3000

/** Below those that systems give away by themselves: nobody else takes it before it is served on. */
const [LOWEST, PORTS] = [20_000, 12_000]

/** A port on which nobody serves now. */
export const freePort = async (): Promise<number> => {
  const port = LOWEST + Math.floor(Math.random() * PORTS)
  const server = createServer()
  const isFree = await listen(server, port).then(
    () => true,
    () => false,
  )
  if (!isFree) return freePort()
  await close(server)
  return port
}

let runs = 0

/** A run with times of a test. */
export const runAt = (tried: Partial<Tried> & { webhook: string }, port: number): Promise<Report> => {
  runs += 1
  const given = { secrets, limitMs: LIMIT_MS, settleMs: 250, quietMs: 10, ...tried }
  return conform(given, { run: `t${runs}`, port })
}

/** What a run finds against a receiver with these faults. `tried` is what is given otherwise, or not at all. */
export const runAgainst = async (
  faults: readonly Fault[],
  { later = false, tried = {} }: { later?: boolean; tried?: Partial<Tried> } = {},
): Promise<Report> => {
  const port = await freePort()
  const shimingUrl = `http://127.0.0.1:${port}`
  const { webhook, gate, state, stop } = await startReceiver({ faults, later, secrets, shimingUrl, limitMs: LIMIT_MS })
  try {
    return await runAt({ webhook, gate, state, ...tried }, port)
  } finally {
    await stop()
  }
}

/** The cases with that verdict. */
export const idsOf = ({ cases }: Report, verdict: string): string[] =>
  cases.filter((one) => one.verdict === verdict).map(({ id }) => id)

export const everyCase = [
  'right-signature',
  'wrong-signature',
  'replay',
  'old-timestamp',
  'out-of-order',
  'at-once',
  'gate',
  'refunds',
  'ban',
  'unknown-type',
  'slow',
  'rotation',
]
