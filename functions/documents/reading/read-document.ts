import type { Alarm } from '../../../shared/kernel/alarm.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { BinaryObjects } from '../../../shared/objects/binary.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import type { Notice } from '../../consent/consent.ts'
import { materialKeys } from '../../material/keys.ts'
import { isFree } from '../../material/material.ts'
import { materialOf } from '../../material/material-store.ts'
import type { CardRead, CardSide, Recogniser } from '../recogniser.ts'
import type { DocumentSettings } from '../settings.ts'
import { readSide } from './read-side.ts'

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

/** Which picture, what it should show, what was agreed to, and in which language. */
export type DocumentAsked = { material: string; side: CardSide; consent: { notice: string }; language: Language }

const consentOutdated = ({ version }: Notice): Outcome<never> =>
  refused('consent_outdated', {
    fields: [{ pointer: '/consent/notice', code: 'consent_outdated', expected: { enum: [version] } }],
    extra: { notice: version },
  })

/**
 * X1 reads a side of a card off a picture of the account that is part of nothing yet. Refuses with `consent_outdated`, `material_unusable`, `too_often`,
 * `document_unreadable` and, where nobody could look, `document_not_read`. What was looked at is on record before anything is opened. Five table calls, one to KMS and one to S3, and up to a second of one
 * core.
 */
export const readDocument = async (
  deps: ReadDocumentDeps,
  accountId: string,
  { material: id, side, consent, language }: DocumentAsked,
): Promise<Outcome<CardRead>> => {
  const notice = await deps.notice()
  if (consent.notice !== notice.version) return consentOutdated(notice)
  const item = await deps.table.get(materialKeys.material(id))
  const found = item && materialOf(item)
  if (!found || !isFree(found, accountId, deps.clock.now())) return refused('material_unusable')
  return readSide(deps, found, { side, notice, language, by: 'documents-read' })
}
