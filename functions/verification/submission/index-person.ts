import { ofEach, type Versioned } from '../../../shared/kernel/versioned.ts'
import { blindIndex, versionOf } from '../../../shared/vault/blind-index.ts'
import type { Mac, Vault } from '../../../shared/vault/vault.ts'
import type { Elements } from '../check/checker.ts'

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
