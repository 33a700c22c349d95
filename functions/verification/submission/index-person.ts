import { ofEach, type Versioned } from '../../../shared/kernel/versioned.ts'
import { blindIndex, versionOf } from '../../../shared/vault/blind-index.ts'
import type { Mac, Vault } from '../../../shared/vault/vault.ts'
import type { Elements } from '../check/checker.ts'
import type { AnyVerification } from '../owed/owed-verification.ts'
import { peopleOf } from '../verification.ts'

/** What a person and identical data are known by, under each live version of the key: all equality this service ever needs. */
export type IdentityIndexes = { people: Versioned<string>; resubmissions: Versioned<string> }

/** What a person is known by, from the MACs over their ID number. */
export const personIndexes = (macs: Versioned<Mac>): Versioned<string> =>
  ofEach(macs, (mac) => blindIndex(mac, 'person'))

/** Whether these are under the versions of the key that are live by now. */
export const areCurrent = (people: Versioned<string>, { versions }: Pick<Vault, 'versions'>): boolean =>
  people.map(versionOf).join() === versions.join()

/** The indexes of a person, from the MACs over their ID number, and of their data as they are compared. */
export const identityIndexes = (macs: Versioned<Mac>, { name, phone, bankCard }: Elements): IdentityIndexes => {
  const compared = bankCard === undefined ? [name, phone] : [name, phone, bankCard]
  return {
    people: personIndexes(macs),
    resubmissions: ofEach(macs, (mac) => blindIndex(mac, 'resubmission', ...compared)),
  }
}

/** How a verification holds them. */
export const indexedAs = ({ people, resubmissions }: IdentityIndexes) => {
  const [[personIndex, ...otherPeople], [resubmissionIndex, ...otherResubmissions]] = [people, resubmissions]
  return {
    personIndex,
    resubmissionIndex,
    ...(otherPeople.length > 0 && { otherIndexes: { people: otherPeople, resubmissions: otherResubmissions } }),
  }
}

/**
 * A verification as it is known under the versions that are live by now. It was submitted with all that were then, so that nothing is
 * asked of KMS but while a key is being replaced: else somebody verified under the new one meanwhile would not be found.
 */
export const indexAnew = async <V extends AnyVerification>(
  vault: Pick<Vault, 'versions' | 'macs'>,
  verification: V,
  elements: Elements,
): Promise<V> => {
  if (areCurrent(peopleOf(verification), vault)) return verification
  const { otherIndexes: _before, ...rest } = verification
  return { ...(rest as V), ...indexedAs(identityIndexes(await vault.macs(elements.idNumber), elements)) }
}
