import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { doers } from '../../audit/deed.ts'
import type { SealedIdentity } from '../../verification/reading/find-sealed-identity.ts'
import { openToHandOn } from '../../verification/reading/open-identity.ts'

/** Who the account is verified as, for a vendor of faces; the record of that goes into the commit that hands it on. One KMS call. */
export const openPerson = (deps: { vault: Vault; clock: Clock; ids: Ids }, held: SealedIdentity) =>
  openToHandOn(deps, held, { by: doers.service('face-open'), purpose: 'face_check' }, ['name', 'idNumber'])
