import type { Millis } from '../../../shared/kernel/time.ts'
import type { Order } from '../money/named.ts'

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

type Pages = { pay: string; paid: string; anew: string }

const PAGES: Readonly<Record<Order['kind'], Pages>> = {
  verification: { pay: '/verify/pay', paid: '/verify/result', anew: '/verify' },
  membership: { pay: '/membership', paid: '/membership', anew: '/membership' },
  points: { pay: '/points', paid: '/points', anew: '/points' },
  certification: { pay: '/developer', paid: '/developer', anew: '/developer' },
}

/** Where an order is paid, where one goes on once it is, and where what it was for is ordered anew. */
export const pagesOf = ({ kind }: Pick<Order, 'kind'>): Pages => PAGES[kind]
