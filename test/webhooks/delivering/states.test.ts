import { describe, expect, it } from 'vitest'
import {
  type Delivery,
  type DeliveryEvent,
  type DeliveryStatus,
  deliveryStatuses,
  deliveryTransitions,
} from '../../../functions/webhooks/delivering/delivery.ts'
import {
  deliveryClaimed,
  deliveryFailed,
  deliveryHeld,
  deliveryOpened,
  deliveryPutOff,
  deliveryRenewed,
  deliveryTaken,
} from '../../../functions/webhooks/delivering/delivery-store.ts'
import { NOON } from '../../kit.ts'
import { itObeys, type Machine, reachable } from '../../state-moves.ts'

const deliveryIn = (status: DeliveryStatus): Delivery => ({
  ...{ endpointId: 'e', about: { kind: 'account', id: 'a' }, sequence: 1, eventId: 'v', type: 'account.banned' },
  ...{ status, createdAt: NOON, owedSince: NOON, tries: 0, made: 0, attempts: [] },
})

const attempt = { at: NOON, outcome: 'not_accepted', ms: 1 } as const

const deliveries: Machine<DeliveryStatus, DeliveryEvent> = {
  table: deliveryTransitions,
  states: deliveryStatuses,
  itemIn: (status) => deliveryOpened(deliveryIn(status), 1),
  writes: {
    claimed: (read) => deliveryClaimed(deliveryIn(read), NOON),
    put_off: (read) => deliveryPutOff(deliveryIn(read), attempt, NOON),
    held: (read) => deliveryHeld(deliveryIn(read), NOON),
    taken: (read) => deliveryTaken(deliveryIn(read), attempt, NOON),
    failed: (read) => deliveryFailed(deliveryIn(read), 'gone', NOON, attempt),
    renewed: (read) => deliveryRenewed(deliveryIn(read), NOON),
  },
}

describe('M1 states of a delivery', () => {
  it('can all be reached', () => {
    expect(reachable(deliveryTransitions, 'pending')).toEqual([...deliveryStatuses].sort())
  })

  itObeys(deliveries)
})
