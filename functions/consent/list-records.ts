import type * as z from 'zod/mini'
import type { PageAsked } from '../../shared/http/paging.ts'
import type { Language } from '../../shared/kernel/language.ts'
import { type Outcome, ok } from '../../shared/kernel/outcome.ts'
import { nextCursor } from '../../shared/table/list-cursor.ts'
import { readNewest } from '../../shared/table/read-newest.ts'
import type { Table } from '../../shared/table/table.ts'
import { consentOf } from './consent-store.ts'
import { disclosureOf } from './disclosure-store.ts'
import { type consentShown, type disclosureShown, showConsent, showDisclosure } from './disclosure-view.ts'
import { consentLists } from './keys.ts'

type Deps = { table: Table }

/** What an account agreed to, newest first, a page at a time. One table call. */
export const listConsents = async (
  deps: Deps,
  accountId: string | undefined,
  asked: PageAsked,
): Promise<Outcome<{ consents: z.infer<typeof consentShown>[]; nextCursor: string | null }>> => {
  const page = await readNewest(deps, consentLists.consents, accountId, asked)
  if (!page.ok) return page
  const { items, next } = page.value
  return ok({ consents: items.map((item) => showConsent(consentOf(item))), nextCursor: nextCursor(next) })
}

/** Who got which of an account's data, newest first, a page at a time; recipients are named in that language. One table call. */
export const listDisclosures = async (
  deps: Deps,
  accountId: string | undefined,
  asked: PageAsked,
  language: Language = 'zh',
): Promise<Outcome<{ disclosures: z.infer<typeof disclosureShown>[]; nextCursor: string | null }>> => {
  const page = await readNewest(deps, consentLists.disclosures, accountId, asked)
  if (!page.ok) return page
  const { items, next } = page.value
  const disclosures = items.map((item) => showDisclosure(disclosureOf(item), language))
  return ok({ disclosures, nextCursor: nextCursor(next) })
}
