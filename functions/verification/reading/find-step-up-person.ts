import type { Table } from '../../../shared/table/table.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import type { StepUpPerson } from '../../account/numbers/answer-step-up.ts'
import { heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { indexProvenPhone } from '../../proofing/index-proven-phone.ts'
import { verificationKeys } from '../keys.ts'

/** Whom an account is verified as, as a step-up asks it. One call, and one more for a number that the account does not sign in with. */
export const findStepUpPerson = async (
  { table, vault }: { table: Pick<Table, 'get'>; vault: Vault },
  accountId: string,
): Promise<StepUpPerson | undefined> => {
  const held = heldIdentity(await table.get(gateKeys.identity(accountId)))
  if (!held) return undefined
  const isPhone = async (phone: string): Promise<boolean> => {
    const proven = await table.get(verificationKeys.verification(accountId, held.verificationId))
    const index = proven?.provenPhoneIndex
    return index !== undefined && index === (await indexProvenPhone(vault, accountId, phone))
  }
  return { lastFour: held.lastFourIndex, isPhone }
}
