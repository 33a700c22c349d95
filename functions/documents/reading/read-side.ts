import type { Alarm } from '../../../shared/kernel/alarm.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { BinaryObjects } from '../../../shared/objects/binary.ts'
import { type Conflict, isBecause, type Table } from '../../../shared/table/table.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { notBanned } from '../../account/bans/ban-store.ts'
import { counted, tooOften } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import type { AuditRecord } from '../../audit/chain.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { deedSubjects, doers } from '../../audit/deed.ts'
import type { Notice } from '../../consent/consent.ts'
import type { DisclosureKnown } from '../../consent/permit.ts'
import type { Material } from '../../material/material.ts'
import { MATERIAL_UNUSABLE, materialFree } from '../../material/material-store.ts'
import { openBytes } from '../../material/reading/open-bytes.ts'
import type { CardRead, CardSide, Recogniser, Recognition } from '../recogniser.ts'
import type { DocumentSettings } from '../settings.ts'
import { type AgreedTo, type Handing, openHanding } from './open-handing.ts'
import { recordUnreadable } from './record-unreadable.ts'

export type ReadDocumentDeps = {
  table: Pick<Table, 'get' | 'getMany' | 'query' | 'commit' | 'update'>
  ids: Ids
  files: Pick<BinaryObjects, 'get'>
  /** Opens data keys of pictures. */
  pictures: Pick<Vault, 'openDataKey'>
  clock: Clock
  settings: DocumentSettings
  recogniser: Recogniser
  /** What users agree to, kept by then. */
  notice: () => Promise<Notice>
  /** Rings the alarm of the function. */
  alarm: Alarm
}

/** What a picture should show, what its owner agreed to, in whose language advice is given, and which function looks. */
export type SideAsked = AgreedTo & { side: CardSide; by: string }

/** Whose picture a machine looks at, and which; never anything of it. */
const recordOf = ({ ids, clock }: ReadDocumentDeps, { id, accountId }: Material, by: string): AuditRecord => ({
  ...{ id: ids.id(), subject: deedSubjects.account(accountId), at: clock.now(), by: doers.service(by) },
  ...{ action: 'identity_read', detail: id, purpose: 'document_reading', fields: 'picture', reason: '' },
})

/** What is certain of a picture that was handed on; undefined where nobody knows. */
const outcomeOf = (came: Recognition): DisclosureKnown | undefined =>
  came.kind === 'unavailable' ? came.handedOn : 'answered'

/** What became of what was handed on goes on record, and people hear of what only they can mend. */
const recordHandedOn = async (
  { table, recogniser, alarm }: ReadDocumentDeps,
  { ended }: Handing,
  came: Recognition,
): Promise<void> => {
  const outcome = outcomeOf(came)
  if (outcome) await table.commit([ended(outcome)])
  if (came.kind === 'unavailable' && came.needsRepair)
    alarm('card_reader_needs_repair', { vendor: recogniser.recipient ?? '', code: came.vendorCode ?? '' })
}

/** Since it was read that it may be: its owner deleted it or used it elsewhere, or was banned. */
const refusalOf = (conflicts: readonly Conflict[]): 'banned' | 'material_unusable' | 'contended' => {
  if (isBecause(conflicts, 'banned')) return 'banned'
  return isBecause(conflicts, MATERIAL_UNUSABLE) ? 'material_unusable' : 'contended'
}

/**
 * X1 reads a side of a card off a picture that is free, and still is in the commit before it is opened. What was looked at is on record before anything is opened, and so is who is handed it, where it
 * leaves the house, and under which consent. Refuses with `too_often`, `banned`, `material_unusable` where it is free no more or its file is gone, `document_unreadable` and, where
 * nobody could look, `document_not_read`. Four table calls (two more where it leaves the house), one to KMS and one to S3, and up to a second of one
 * core or a call to a vendor.
 */
export const readSide = async (
  deps: ReadDocumentDeps,
  of: Material,
  { side, by, ...agreed }: SideAsked,
): Promise<Outcome<CardRead>> => {
  const { accountId } = of
  const { language } = agreed
  const now = deps.clock.now()
  const limit = deps.settings.documents.readingsPerDay
  const once = await deps.table.update(counted({ subject: `READINGS#${accountId}`, window: dayOf(now), limit }))
  if (once.kind === 'conflict') return tooOften(once.item)
  const handing = await openHanding(deps, of, agreed)
  const free = [materialFree(of, deps.clock.now()), notBanned(accountId)]
  const committed = await commitDeed(deps, recordOf(deps, of, by), [...free, ...(handing?.writes ?? [])])
  if (committed.kind === 'conflict') return refused(refusalOf(committed.conflicts))
  const picture = await openBytes(deps, of)
  if (!picture) {
    if (handing) await deps.table.commit([handing.ended('not_sent')])
    return refused('material_unusable')
  }
  const recognition = await deps.recogniser.read({ picture, side, now, ...(handing && { permit: handing.permit }) })
  if (handing) await recordHandedOn(deps, handing, recognition)
  if (recognition.kind === 'read') return ok(recognition.card)
  if (recognition.kind === 'unavailable') return refused('document_not_read')
  return recordUnreadable(deps, accountId, { side, reason: recognition.because, language })
}
