import type { CallOptions } from '../calling/settings.ts'
import type { Answer, Ask, Body } from '../calling/types.ts'
import { type Listed, type ListOptions, listed } from './list.ts'

/** Endpoints of the platform, and what they are owed or were. */
export const operatorWebhooks = (ask: Ask) => ({
  /** All of them, in the order in which they were made. */
  list: (options: CallOptions = {}): Promise<Answer<'GET /v1/operator/webhook-endpoints'>> =>
    ask('GET /v1/operator/webhook-endpoints', options),
  /** What an endpoint is owed or was, the newest event first, each with its last attempts. */
  deliveries: (
    id: string,
    options: ListOptions<'GET /v1/operator/webhook-endpoints/{id}/deliveries'> = {},
  ): Listed<'GET /v1/operator/webhook-endpoints/{id}/deliveries', 'deliveries'> =>
    listed(ask, 'GET /v1/operator/webhook-endpoints/{id}/deliveries', 'deliveries', options, { id }),
  /** Delivers an event to an endpoint once more, as if it had not been tried. */
  redeliver: (
    id: string,
    deliveryId: string,
    body: Body<'POST /v1/operator/webhook-endpoints/{id}/deliveries/{deliveryId}/redeliver'>,
    options: CallOptions = {},
  ): Promise<Answer<'POST /v1/operator/webhook-endpoints/{id}/deliveries/{deliveryId}/redeliver'>> =>
    ask('POST /v1/operator/webhook-endpoints/{id}/deliveries/{deliveryId}/redeliver', {
      ...{ params: { id, deliveryId }, body },
      ...options,
    }),
  /** Delivers to an endpoint again, whoever or whatever disabled it. */
  enable: (
    id: string,
    body: Body<'POST /v1/operator/webhook-endpoints/{id}/enable'>,
    options: CallOptions = {},
  ): Promise<Answer<'POST /v1/operator/webhook-endpoints/{id}/enable'>> =>
    ask('POST /v1/operator/webhook-endpoints/{id}/enable', { params: { id }, body, ...options }),
  /** Delivers nothing more to an endpoint until it is enabled. */
  disable: (
    id: string,
    body: Body<'POST /v1/operator/webhook-endpoints/{id}/disable'>,
    options: CallOptions = {},
  ): Promise<Answer<'POST /v1/operator/webhook-endpoints/{id}/disable'>> =>
    ask('POST /v1/operator/webhook-endpoints/{id}/disable', { params: { id }, body, ...options }),
})
