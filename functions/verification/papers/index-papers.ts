import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Versioned } from '../../../shared/kernel/versioned.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { doers } from '../../audit/deed.ts'
import { openIdentity } from '../reading/open-identity.ts'
import { areCurrent, personIndexes } from '../submission/index-person.ts'
import { type Papers, peopleIn } from './papers.ts'

export type IndexDeps = { table: Pick<Table, 'getMany' | 'commit'>; vault: Vault; clock: Clock; ids: Ids }

/**
 * What the person of papers is known by under the versions of the key that are live by now. They were handed in with all that were then, so
 * that nothing is opened but where the key was replaced since; that is in the audit.
 */
export const indexPapers = async (deps: IndexDeps, of: Papers): Promise<Versioned<string>> => {
  const known = peopleIn(of)
  if (areCurrent(known, deps.vault)) return known
  const reading = { by: doers.service('review-operator'), purpose: 'index_renewal' } as const
  const { idNumber } = (await openIdentity(deps, of, reading, ['idNumber'])).reveal()
  return personIndexes(await deps.vault.macs(idNumber))
}
