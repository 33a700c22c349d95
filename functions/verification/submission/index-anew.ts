import type { Vault } from '../../../shared/vault/vault.ts'
import type { Elements } from '../check/checker.ts'
import type { AnyVerification } from '../owed/owed-verification.ts'
import { identityIndexes, indexedAs } from './index-person.ts'

/**
 * A verification as it is known under the versions of the key that are live by now; it was submitted with all that were then. One KMS call for
 * each.
 */
export const indexAnew = async <V extends AnyVerification>(
  vault: Pick<Vault, 'macs'>,
  verification: V,
  elements: Elements,
): Promise<V> => {
  const { otherIndexes: _before, ...rest } = verification
  return { ...(rest as V), ...indexedAs(identityIndexes(await vault.macs(elements.idNumber), elements)) }
}
