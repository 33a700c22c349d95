import type { Millis } from '../../../shared/kernel/time.ts'

/** How many endpoints there may be: one commit tells an event to all of them. */
export const MOST_ENDPOINTS = 16

/**
 * Why an endpoint gets nothing. `gone`: it answered 410; `failing`: it took nothing for days; `platform`, `operator`: somebody switched
 * it off.
 */
export const disabledBecause = ['gone', 'failing', 'operator', 'platform'] as const
export type DisabledBecause = (typeof disabledBecause)[number]

/** What the platform is told of: all but what it says itself. */
export const disabledByOthers = ['gone', 'failing', 'operator'] as const satisfies readonly DisabledBecause[]
export type DisabledByOthers = (typeof disabledByOthers)[number]

/** What signs: a secret that both sides know, and a key pair; both sealed, but for the public half. */
export type Signing = { secret: string; seed: string; publicKey: string }

/**
 * Where the platform wants events, and which. `previous`: what signed before, and signs too until then. `failingSince`: nothing was taken
 * since then; `slowedUntil`: it asked to be left alone so long.
 */
export type Endpoint = Signing & {
  id: string
  url: string
  events: string[]
  description?: string | undefined
  createdAt: Millis
  previous?: (Signing & { until: Millis })[] | undefined
  disabled?: { because: DisabledBecause; at: Millis } | undefined
  failingSince?: Millis | undefined
  slowedUntil?: Millis | undefined
}
