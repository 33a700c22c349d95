import { ofEach, type Versioned } from '../../../shared/kernel/versioned.ts'
import { blindIndex, versionOf } from '../../../shared/vault/blind-index.ts'
import type { Mac, Vault } from '../../../shared/vault/vault.ts'
import type { Elements } from '../check/checker.ts'
import { peopleOf, type Verification } from '../verification.ts'

/** What a person and identical data are known by, under each live version of the key: all equality this service ever needs. */
export type IdentityIndexes = { people: Versioned<string>; resubmissions: Versioned<string> }

/** The indexes of a person, from the MACs over their ID number, and of their data as they are compared. */
export const identityIndexes = (macs: Versioned<Mac>, { name, phone }: Elements): IdentityIndexes => ({
  people: ofEach(macs, (mac) => blindIndex(mac, 'person')),
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
  const known = peopleOf(verification).map(versionOf)
  if (known.join() === vault.versions.join()) return verification
  const { otherIndexes: _before, ...rest } = verification
  return { ...rest, ...indexedAs(identityIndexes(await vault.macs(elements.idNumber), elements)) }
}
