import type { Answer } from 'shiming-client'
import { service } from '../shared/service.ts'
import { useResource } from '../shared/state/use-resource.ts'
import type { Used } from '../shared/state/use-resource-of.ts'

/** What can be bought, by whose rules, and who runs the service. Browsers keep the answer for a while. */
export const useOffers = (): Used<Answer<'GET /v1/offers'>> =>
  useResource('offers', (signal) => service().offers.get({ signal }))
