import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { consentTo, type Notice } from '../../consent/consent.ts'
import { consentGiven, consentOf, consentStands, type GivenConsent } from '../../consent/consent-store.ts'
import { disclosed, disclosureEnded } from '../../consent/disclosure-store.ts'
import { consentLists } from '../../consent/keys.ts'
import {
  type DataItem,
  type DisclosureKnown,
  disclosing,
  isNamed,
  itemsOf,
  type Permit,
  type Purpose,
} from '../../consent/permit.ts'
import type { Material } from '../../material/material.ts'
import { itemsHandedOn, type Recogniser } from '../recogniser.ts'

type HandingDeps = {
  table: Pick<Table, 'query'>
  ids: Ids
  clock: Clock
  recogniser: Pick<Recogniser, 'recipient'>
}

/** What somebody agreed to, and in which language they were shown it. */
export type AgreedTo = { notice: Notice; language: Language }

/** A picture that is about to be handed on: what stands in the commit before, what lets it, and what is said of it afterwards. */
export type Handing = { writes: readonly Write[]; permit: Permit; ended: (outcome: DisclosureKnown) => Write }

/** Under which consent a picture is handed on, and as what. */
export type HandedAs = { purpose: Purpose; items: readonly DataItem[] }

const asCard: HandedAs = { purpose: 'document_check', items: itemsHandedOn }

/** So many of the newest are looked through; whoever agreed to as much else since agrees anew. */
const LOOKED_AT = 50

/** The same consent stands for every photo of whoever agreed to that notice, so that twenty photos are not twenty of them. One call. */
const findAgreement = async (
  { table }: HandingDeps,
  accountId: string,
  recipient: string,
  { notice }: AgreedTo,
  { purpose }: HandedAs,
): Promise<GivenConsent | undefined> => {
  const { items } = await table.query({ ...consentLists.consents(accountId), limit: LOOKED_AT, newestFirst: true })
  return items
    .map(consentOf)
    .find((one) => one.purpose === purpose && one.notice === notice.version && isNamed(one, recipient))
}

const consentFor = (
  { ids }: HandingDeps,
  { accountId, recipient, now }: { accountId: string; recipient: string; now: Millis },
  { notice, language }: AgreedTo,
  { purpose }: HandedAs,
): GivenConsent => ({
  ...{ id: ids.id(), accountId, purpose, items: itemsOf[purpose], recipients: [recipient] },
  ...consentTo(notice, language, now),
})

/**
 * X1 M7 lets one picture leave the house under what its owner agreed to; undefined where it stays. Throws where the consent does not cover it. One
 * table call.
 */
export const openHanding = async (
  deps: HandingDeps,
  { id: material, accountId }: Pick<Material, 'id' | 'accountId'>,
  agreed: AgreedTo,
  as = asCard,
): Promise<Handing | undefined> => {
  const { recipient } = deps.recogniser
  if (recipient === undefined) return undefined
  const now = deps.clock.now()
  const before = await findAgreement(deps, accountId, recipient, agreed, as)
  const consent = before ?? consentFor(deps, { accountId, recipient, now }, agreed, as)
  const id = deps.ids.id()
  const { disclosure, permit } = disclosing(consent, { id, recipient, items: as.items, material, at: now })
  return {
    writes: [before ? consentStands(before) : consentGiven(consent), disclosed(disclosure)],
    permit,
    ended: (outcome) => disclosureEnded({ accountId, id }, outcome),
  }
}
