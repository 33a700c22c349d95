import * as z from 'zod/mini'
import type { Ids } from '../../../shared/kernel/ids.ts'
import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type Secret, secret } from '../../../shared/vault/secret.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { counted, tooOften } from '../../account/limits/limit-store.ts'
import { dayOf } from '../../account/limits/window.ts'
import { commitDeed } from '../../audit/commit-deed.ts'
import { deedSubjects, doers, type Operator } from '../../audit/deed.ts'
import type { RevealReason } from '../../audit/reading.ts'
import { papersKeys } from '../keys.ts'
import { EVIDENCE } from '../verification-store.ts'
import type { Papers } from './papers.ts'
import { papersKept } from './papers-store.ts'
import type { PapersSettings } from './settings.ts'
import { relations } from './typed-person.ts'

export type OpenPapersDeps = {
  table: Pick<Table, 'get' | 'getMany' | 'commit' | 'update'>
  vault: Pick<Vault, 'openDataKey'>
  clock: Clock
  ids: Ids
  settings: PapersSettings
}

const more = z.object({
  number: z.string(),
  nationality: z.string(),
  birthDate: z.string(),
  validUntil: z.nullable(z.string()),
  guardian: z.optional(z.object({ name: z.string(), idNumber: z.string(), relation: z.enum(relations) })),
})

/** Everything that was typed, in the clear, for whoever compares it with the pictures. */
export type OpenedPapers = { papers: Papers; typed: Secret<{ name: string } & z.infer<typeof more>> }

/**
 * P11 what somebody typed about their papers, for an operator who compares it with the pictures. Who looked is on record before anything is
 * opened; so often a day. Refuses with `not_found` and `too_often`. Five table calls, one to KMS.
 */
export const openPapers = async (
  deps: OpenPapersDeps,
  by: Operator,
  { accountId, id, reason, words = '' }: { accountId: string; id: string; reason: RevealReason; words?: string },
): Promise<Outcome<OpenedPapers>> => {
  const item = isId(accountId) && isId(id) ? await deps.table.get(papersKeys.papers(accountId, id)) : undefined
  const now = deps.clock.now()
  const papers = papersKept(item, now)
  if (!papers) return refused('not_found')
  const limit = deps.settings.papers.looksPerDay
  const once = await deps.table.update(counted({ subject: `LOOKS#${by.operatorId}`, window: dayOf(now), limit }))
  if (once.kind === 'conflict') return tooOften(once.item)
  const record = {
    ...{ id: deps.ids.id(), subject: deedSubjects.account(accountId), at: now, by: doers.operator(by) },
    ...({
      action: 'identity_read',
      detail: id,
      purpose: reason,
      fields: 'idNumber more name',
      reason: words,
    } as const),
  }
  await commitDeed(deps, record, [])
  const key = await deps.vault.openDataKey(papers.sealed.wrappedKey, { account: accountId, verification: id })
  try {
    const open = (attribute: 'name' | 'more'): string =>
      key.open({ dataSet: EVIDENCE, key: id, attribute }, papers.sealed[attribute])
    return ok({ papers, typed: secret({ name: open('name'), ...z.parse(more, JSON.parse(open('more'))) }) })
  } finally {
    key.forget()
  }
}
