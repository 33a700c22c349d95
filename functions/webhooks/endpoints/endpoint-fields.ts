import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import { type AddressRules, allowedAddress } from '../../outgoing/address.ts'
import { filtersOf, isFilter } from './listening.ts'

/** An address as it is kept, as the URL standard writes it. Refuses with `webhook_address_refused`. */
export const addressKept = (url: string, rules: AddressRules): Outcome<string> => {
  const address = allowedAddress(url, rules)
  return address === undefined ? refusedField('/url', 'webhook_address_refused') : ok(address)
}

/** Filters as they are kept, none twice. Refuses with `event_type_unknown`, which names every filter there may be. */
export const filtersKept = (filters: readonly string[], types: readonly string[]): Outcome<string[]> => {
  const expected = { enum: filtersOf(types) }
  const unknown = filters.flatMap((filter, at) =>
    isFilter(filter, types) ? [] : [{ pointer: `/events/${at}`, code: 'event_type_unknown' as const, expected }],
  )
  return unknown.length > 0 ? refused('event_type_unknown', { fields: unknown }) : ok([...new Set(filters)])
}
