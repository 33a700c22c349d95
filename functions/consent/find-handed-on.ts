import type { Table } from '../../shared/table/table.ts'
import { disclosureOf } from './disclosure-store.ts'
import { consentKeys, consentLists } from './keys.ts'
import type { Disclosure } from './permit.ts'

/** What is handed on for a check comes within an hour of it; this many records of an account reach further than that. */
const MOST = 100

/** What was handed on for a check (its verification), oldest first. One call. */
export const findHandedOn = async (
  table: Pick<Table, 'query'>,
  of: { accountId: string; check: string },
): Promise<Disclosure[]> => {
  const { pk, prefix } = consentLists.disclosures(of.accountId)
  // Ids are in the order of time, and nothing is handed on for a check before that is submitted.
  const after = consentKeys.disclosure(of.accountId, of.check).sk
  const { items } = await table.query({ pk, prefix, limit: MOST, after })
  return items.map(disclosureOf).filter(({ check }) => check === of.check)
}
