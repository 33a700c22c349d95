import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import type { Endpoint } from '../endpoints/endpoint.ts'
import type { Delivery } from './delivery.ts'

type Failing = Pick<Endpoint, 'failingSince'>

const PATIENCE: Millis = 10 * MINUTE

/** Between two tries at an endpoint that goes on failing. */
export const PROBE_EVERY: Millis = 5 * MINUTE

/** Whether one delivery at a time tries an endpoint, so that one that does not answer keeps no others from theirs. */
export const isProbed = ({ failingSince }: Failing, now: Millis): boolean =>
  failingSince !== undefined && now - failingSince > PATIENCE

/** Whether an endpoint took nothing for so long, all of which a delivery was owed: a time in which nothing was sent says nothing of it. */
export const isLongFailing = (
  { failingSince }: Failing,
  { owedSince }: Pick<Delivery, 'owedSince'>,
  failingMs: Millis,
  now: Millis,
): boolean => failingSince !== undefined && now - Math.max(failingSince, owedSince) >= failingMs
