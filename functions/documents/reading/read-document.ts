import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { BinaryObjects } from '../../../shared/objects/binary.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { counted, countIn, tooOften } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import type { AuditRecord } from '../../audit/chain.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { deedSubjects, doers } from '../../audit/deed.ts'
import { materialKeys } from '../../material/keys.ts'
import { isFree, type Material } from '../../material/material.ts'
import { boundTo, materialOf } from '../../material/material-store.ts'
import type { CardRead, CardSide, Recogniser } from '../recogniser.ts'
import type { DocumentSettings } from '../settings.ts'
import { nextAfter } from '../tries.ts'
import { type Unreadable, unreadableWords } from '../unreadable.ts'

export type ReadDocumentDeps = {
  table: Pick<Table, 'get' | 'getMany' | 'commit' | 'update'>
  ids: Ids
  files: Pick<BinaryObjects, 'get'>
  /** Opens data keys of pictures. */
  vault: Pick<Vault, 'openDataKey'>
  clock: Clock
  settings: DocumentSettings
  recogniser: Recogniser
}

/** Whose picture a machine looks at, and which; never anything of it. */
const recordOf = ({ ids, clock }: ReadDocumentDeps, { id, accountId }: Material): AuditRecord => ({
  ...{ id: ids.id(), subject: deedSubjects.account(accountId), at: clock.now(), by: doers.service('documents-read') },
  ...{ action: 'identity_read', detail: id, purpose: 'document_reading', fields: 'picture', reason: '' },
})

/** Which picture, what it should show, and in which language advice is given. */
export type DocumentAsked = { material: string; side: CardSide; language: Language }

const findPicture = async (deps: ReadDocumentDeps, accountId: string, id: string): Promise<Material | undefined> => {
  const item = await deps.table.get(materialKeys.material(id))
  const found = item && materialOf(item)
  return found && isFree(found, accountId, deps.clock.now()) ? found : undefined
}

const openPicture = async (deps: ReadDocumentDeps, of: Material): Promise<Uint8Array | undefined> => {
  const found = of.file === undefined ? undefined : await deps.files.get(of.file)
  if (!found || of.wrappedKey === undefined) return undefined
  const key = await deps.vault.openDataKey(of.wrappedKey, { account: of.accountId, material: of.id })
  try {
    return key.openBytes(boundTo(of.id), found.bytes)
  } finally {
    key.forget()
  }
}

/** Counts the failure, and says what comes next. */
const countFailure = async (deps: ReadDocumentDeps, accountId: string, language: Language, because: Unreadable) => {
  const once = { subject: `UNREADABLE#${accountId}`, window: dayOf(deps.clock.now()), limit: Number.POSITIVE_INFINITY }
  const written = await deps.table.update(counted(once))
  const failures = written.kind === 'updated' ? countIn(written.item) : 1
  const [advice, comesNext] = [unreadableWords[because][language], nextAfter(failures)]
  return refused('document_unreadable', { extra: { reason: because, advice, failures, comesNext } })
}

/**
 * X1 reads a side of a card off a picture of the account that is part of nothing yet. Refuses with `material_unusable`, `too_often`,
 * `document_unreadable` and, where nobody could look, `document_not_read`. What was looked at is on record before anything is opened. Five table calls, one to KMS and one to S3, and up to a second of one
 * core.
 */
export const readDocument = async (
  deps: ReadDocumentDeps,
  accountId: string,
  { material: id, side, language }: DocumentAsked,
): Promise<Outcome<CardRead>> => {
  const found = await findPicture(deps, accountId, id)
  if (!found) return refused('material_unusable')
  const now = deps.clock.now()
  const limit = deps.settings.documents.readingsPerDay
  const once = await deps.table.update(counted({ subject: `READINGS#${accountId}`, window: dayOf(now), limit }))
  if (once.kind === 'conflict') return tooOften(once.item)
  await commitDeed(deps, recordOf(deps, found), [])
  const picture = await openPicture(deps, found)
  if (!picture) return refused('material_unusable')
  const recognition = await deps.recogniser.read({ picture, side, now })
  if (recognition.kind === 'read') return ok(recognition.card)
  if (recognition.kind === 'unavailable') return refused('document_not_read')
  return countFailure(deps, accountId, language, recognition.because)
}
