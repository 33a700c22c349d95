import { Resolver } from 'node:dns/promises'
import type { Millis } from '../../../shared/kernel/time.ts'

/** The TXT records of a name. `nothing`: it has none, or there is no such name; `unreachable`: nobody could say. */
export type TextRecords = (
  name: string,
) => Promise<{ kind: 'found'; texts: readonly string[] } | { kind: 'nothing' } | { kind: 'unreachable' }>

/** Answered by whoever is asked: the name has no such records. */
const NONE = ['ENODATA', 'ENOTFOUND']

/** More than any domain has; a name with more is not looked through. */
const MOST_TEXTS = 100

/**
 * Asks the name servers of this machine, or those given (`host:port`), once and once more. Texts come in pieces of 255 bytes, which are put together. Never
 * throws for what they do.
 */
export const textRecords = ({
  timeoutMs,
  servers,
}: {
  timeoutMs: Millis
  servers?: readonly string[]
}): TextRecords => {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 2 })
  if (servers) resolver.setServers(servers)
  return async (name) => {
    try {
      const records = await resolver.resolveTxt(name)
      return { kind: 'found', texts: records.slice(0, MOST_TEXTS).map((pieces) => pieces.join('')) }
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? ''
      return { kind: NONE.includes(code) ? 'nothing' : 'unreachable' }
    }
  }
}
