import { ofEach, type Versioned } from '../../../shared/kernel/versioned.ts'
import { blindIndex, versionOf } from '../../../shared/vault/blind-index.ts'
import type { Mac, Vault } from '../../../shared/vault/vault.ts'
import type { Elements } from '../check/checker.ts'
import { peopleOf, type Verification } from '../verification.ts'

/** What a person and identical data are known by, under each live version of the key: all equality this service ever needs. */
export type IdentityIndexes = { people: Versioned<string>; resubmissions: Versioned<string> }

/** What a person is known by, from the MACs over their ID number. */
export const personIndexes = (macs: Versioned<Mac>): Versioned<string> =>
  ofEach(macs, (mac) => blindIndex(mac, 'person'))

/** Whether these are under the versions of the key that are live by now. */
export const areCurrent = (people: Versioned<string>, { versions }: Pick<Vault, 'versions'>): boolean =>
  people.map(versionOf).join() === versions.join()

/** The indexes of a person, from the MACs over their ID number, and of their data as they are compared. */
export const identityIndexes = (macs: Versioned<Mac>, { name, phone }: Elements): IdentityIndexes => ({
  people: personIndexes(macs),
  resubmissions: ofEach(macs, (mac) => blindIndex(mac, 'resubmission', name, phone)),
})

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
export const indexAnew = async (
  vault: Pick<Vault, 'versions' | 'macs'>,
  verification: Verification,
  elements: Elements,
): Promise<Verification> => {
  if (areCurrent(peopleOf(verification), vault)) return verification
  const { otherIndexes: _before, ...rest } = verification
  return { ...rest, ...indexedAs(identityIndexes(await vault.macs(elements.idNumber), elements)) }
}
