import type { StateTable } from '../../../shared/kernel/states.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { notTaken } from '../../outgoing/attempt.ts'
import type { About } from '../events/event.ts'

export const deliveryStatuses = ['pending', 'taken', 'failed'] as const
export type DeliveryStatus = (typeof deliveryStatuses)[number]

export const deliveryTransitions = [
  { from: ['pending'], on: 'claimed', when: 'a worker is about to call the endpoint, and no other does meanwhile' },
  { from: ['pending'], on: 'put_off', when: 'an attempt failed and another follows' },
  { from: ['pending'], on: 'held', when: 'the endpoint asked to be left alone for a while: no attempt is lost' },
  { from: ['pending'], to: 'taken', on: 'taken', when: 'the endpoint answered 2xx' },
  {
    from: ['pending'],
    to: 'failed',
    on: 'failed',
    when: 'the last attempt failed, or the endpoint is disabled or removed, or the event no longer kept',
  },
  {
    from: ['pending', 'taken', 'failed'],
    to: 'pending',
    on: 'renewed',
    when: 'the platform or an operator has it delivered again',
  },
] as const satisfies StateTable<DeliveryStatus, string>
export type DeliveryEvent = (typeof deliveryTransitions)[number]['on']

/** What an attempt came to. */
export const attemptOutcomes = ['taken', ...notTaken] as const
export type AttemptOutcome = (typeof attemptOutcomes)[number]

/** Why a delivery failed: what the last attempt came to, or why there was none. */
export const deliveryReasons = [...notTaken, 'disabled', 'endpoint_removed', 'event_gone'] as const
export type DeliveryReason = (typeof deliveryReasons)[number]

/** One attempt. `status`: the HTTP status of the answer, if there was one. Of the answer nothing else is kept. */
export type AttemptMade = { at: Millis; outcome: AttemptOutcome; status?: number | undefined; ms: Millis }

/**
 * That an endpoint is owed an event. `owedSince`: when it was first owed, or last asked for anew; `tries`: attempts since then; `made`: all
 * attempts, of which `attempts` has the last. `notBefore`: no attempt before then.
 */
export type Delivery = {
  endpointId: string
  about: About
  sequence: number
  eventId: string
  type: string
  status: DeliveryStatus
  createdAt: Millis
  owedSince: Millis
  tries: number
  made: number
  attempts: AttemptMade[]
  notBefore?: Millis | undefined
  endedAt?: Millis | undefined
  reason?: DeliveryReason | undefined
}

/** A page of deliveries; `nextCursor` asks for the next. */
export type DeliveriesPage = { deliveries: Delivery[]; nextCursor: string | null }

/** A delivery of an endpoint by what it is of: names it wherever deliveries are asked for. */
export const deliveryName = ({ about: { kind, id }, sequence }: Pick<Delivery, 'about' | 'sequence'>): string =>
  `${kind}.${id}.${sequence}`

const NAME = /^([a-z_]{1,20})\.([0-9a-f]{32})\.([1-9]\d{0,11})$/

/** What such a name means; undefined for any other text. */
export const deliveryNamed = (name: string): Pick<Delivery, 'about' | 'sequence'> | undefined => {
  const [, kind, id, sequence] = NAME.exec(name) ?? []
  return kind !== undefined && id !== undefined ? { about: { kind, id }, sequence: Number(sequence) } : undefined
}

/** From when on a delivery may be made although the one before it in its lane is pending; 0 where that holds it up no more, or there is none. */
export const passesAt = (before: Pick<Delivery, 'status' | 'owedSince'> | undefined, orderMs: Millis): Millis =>
  before?.status === 'pending' ? before.owedSince + orderMs : 0
