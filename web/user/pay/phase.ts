import type { Answer } from 'shiming-client'
import type { Millis } from '../../../shared/kernel/time.ts'

export type Order = Answer<'GET /v1/orders/{id}'>

/**
 * An order in the eyes of whoever is to pay it. `ending`: its time is over, and the channel is asked whether it was paid in time.
 * `returning`: money came that buys nothing, and goes back.
 */
export type Phase = 'payable' | 'ending' | 'paid' | 'closed' | 'returning'

type Told = Pick<Order, 'status' | 'expiresAt'> & { refunds: readonly Pick<Order['refunds'][number], 'cause'>[] }

/** The phase of an order at `now`, the service's time. */
export const phaseOf = ({ status, expiresAt, refunds }: Told, now: Millis): Phase => {
  if (status === 'created') return now < Date.parse(expiresAt) ? 'payable' : 'ending'
  if (status === 'closed') return 'closed'
  // It bought a check before its result sent the money back.
  const isBought = status === 'paid' || status === 'settled' || refunds.some(({ cause }) => cause === 'verdict')
  return isBought ? 'paid' : 'returning'
}

const PAGES: Readonly<Record<Order['kind'], { paid: string; anew: string }>> = {
  verification: { paid: '/verify/result', anew: '/verify' },
  membership: { paid: '/membership', anew: '/membership' },
  points: { paid: '/points', anew: '/points' },
}

/** Where one goes on once an order is paid, and where what it was for is ordered anew. */
export const pagesOf = ({ kind }: Pick<Order, 'kind'>): { paid: string; anew: string } => PAGES[kind]
