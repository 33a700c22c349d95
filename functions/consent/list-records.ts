import type * as z from 'zod/mini'
import type { PageAsked } from '../../shared/http/paging.ts'
import type { Language } from '../../shared/kernel/language.ts'
import { type Outcome, ok } from '../../shared/kernel/outcome.ts'
import { afterName, nextCursor, startOf } from '../../shared/table/list-cursor.ts'
import type { Table } from '../../shared/table/table.ts'
import type { Item } from '../../shared/table/write.ts'
import { consentOf } from './consent-store.ts'
import { disclosureOf } from './disclosure-store.ts'
import { type consentShown, type disclosureShown, showConsent, showDisclosure } from './disclosure-view.ts'
import { consentLists } from './keys.ts'

type Deps = { table: Table }
type Listed = { items: readonly Item[]; nextCursor: string | null }

/** A page of one of an account's lists, newest first; nothing of an account never seen. */
const readPage = async (
  { table }: Deps,
  listOf: (accountId: string) => { pk: string; prefix: string },
  accountId: string | undefined,
  { limit, cursor }: PageAsked,
): Promise<Outcome<Listed>> => {
  const { pk, prefix } = listOf(accountId ?? '')
  const after = startOf(cursor, (text) => afterName(text, prefix))
  if (!after.ok) return after
  if (accountId === undefined) return ok({ items: [], nextCursor: null })
  const { items, next } = await table.query({ pk, prefix, limit, newestFirst: true, after: after.value })
  return ok({ items, nextCursor: nextCursor(next) })
}

/** What an account agreed to, newest first, a page at a time. One table call. */
export const listConsents = async (
  deps: Deps,
  accountId: string | undefined,
  asked: PageAsked,
): Promise<Outcome<{ consents: z.infer<typeof consentShown>[]; nextCursor: string | null }>> => {
  const page = await readPage(deps, consentLists.consents, accountId, asked)
  if (!page.ok) return page
  const { items, nextCursor: next } = page.value
  return ok({ consents: items.map((item) => showConsent(consentOf(item))), nextCursor: next })
}

/** Who got which of an account's data, newest first, a page at a time; recipients are named in that language. One table call. */
export const listDisclosures = async (
  deps: Deps,
  accountId: string | undefined,
  asked: PageAsked,
  language: Language = 'zh',
): Promise<Outcome<{ disclosures: z.infer<typeof disclosureShown>[]; nextCursor: string | null }>> => {
  const page = await readPage(deps, consentLists.disclosures, accountId, asked)
  if (!page.ok) return page
  const { items, nextCursor: next } = page.value
  return ok({ disclosures: items.map((item) => showDisclosure(disclosureOf(item), language)), nextCursor: next })
}
