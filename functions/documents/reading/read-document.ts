import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, refused } from '../../../shared/kernel/outcome.ts'
import { isBanned } from '../../account/bans/ban-store.ts'
import { accountKeys } from '../../account/keys.ts'
import { consentOutdated } from '../../consent/consent-outdated.ts'
import { materialKeys } from '../../material/keys.ts'
import { isFree } from '../../material/material.ts'
import { materialOf } from '../../material/material-store.ts'
import type { CardRead, CardSide } from '../recogniser.ts'
import { type ReadDocumentDeps, readSide } from './read-side.ts'
import { recordUnreadable } from './record-unreadable.ts'
import { refusedIntake } from './refused-intake.ts'

/** Which picture, what it should show, what was agreed to, and in which language. */
export type DocumentAsked = { material: string; side: CardSide; consent: { notice: string }; language: Language }

/**
 * X1 reads a side of a card off a picture of the account that is part of nothing yet; of one that was refused when it was taken in, tells why. Refuses with `consent_outdated`, `banned`, `material_unusable`, `too_often`,
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
  const [profile, item] = await deps.table.getMany([accountKeys.profile(accountId), materialKeys.material(id)])
  if (isBanned(profile)) return refused('banned')
  const found = item && materialOf(item)
  const because = found?.accountId === accountId ? refusedIntake(found) : undefined
  if (because) return recordUnreadable(deps, accountId, { side, reason: because, language })
  if (!found || !isFree(found, accountId, deps.clock.now())) return refused('material_unusable')
  return readSide(deps, found, { side, notice, language, by: 'documents-read' })
}
