import type { Vault } from '../../../shared/vault/vault.ts'
import type { Elements } from '../check/checker.ts'
import { EVIDENCE } from '../verification-store.ts'
import type { OwedVerification } from './owed-verification.ts'

/** Seals what is to be checked under a data key of its own. One KMS call. */
export const sealElements = async (
  vault: Pick<Vault, 'newDataKey'>,
  owner: { account: string; verification: string },
  elements: Elements,
): Promise<Pick<OwedVerification, 'sealed' | 'sealedCard'>> => {
  const sealer = await vault.newDataKey(owner)
  const seal = (attribute: keyof Elements, value: string): string =>
    sealer.seal({ dataSet: EVIDENCE, key: owner.verification, attribute }, value)
  const { name, idNumber, phone, bankCard } = elements
  const sealed = {
    wrappedKey: sealer.wrappedKey,
    name: seal('name', name),
    idNumber: seal('idNumber', idNumber),
    phone: seal('phone', phone),
  }
  return { sealed, ...(bankCard !== undefined && { sealedCard: seal('bankCard', bankCard) }) }
}
