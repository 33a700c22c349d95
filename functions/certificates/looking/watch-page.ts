import type { Outgoing, Reply } from '../../../shared/http/outgoing.ts'
import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Clock, Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Told } from '../../../shared/table/told.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { Certificate, PageSight } from '../certificate/certificate.ts'
import { certificateKept, certificateOf } from '../certificate/certificate-store.ts'
import { dueAtOf } from '../certificate/clock.ts'
import { certificateKeys } from '../keys.ts'
import { missedLetter, missedThriceLetter } from './letters.ts'
import { isLinkInPage } from './link-in-page.ts'
import { afterBegin, afterLook, isLookDue } from './look.ts'
import { MISSES_OF_CASE } from './misses.ts'
import type { PlanPageCase } from './plan-page-case.ts'

export type WatchPageDeps = {
  table: Pick<Table, 'get' | 'commit'>
  clock: Clock
  ids: Ids
  /** What judges addresses that others have chosen, and follows no redirect. */
  outgoing: Outgoing
  told: Told
  planCase: PlanPageCase
  publicUrl: string
}

const REFUSED = 'target_refused'
const TOO_LONG = 'answer_too_large'

/** What a look found, of whatever the page answered. */
const sightIn = (reply: Reply, id: string, publicUrl: string): PageSight => {
  if (reply.kind !== 'answered') {
    if (reply.reason === REFUSED) return 'refused'
    return reply.reason === TOO_LONG ? 'too_long' : 'unreachable'
  }
  if (reply.status >= 300 && reply.status < 400) return 'redirected'
  if (reply.status !== 200) return 'no_page'
  return isLinkInPage(reply.body.toString('latin1'), id, publicUrl) ? 'link' : 'no_link'
}

type Page = NonNullable<Certificate['page']>

const look = async ({ outgoing, publicUrl }: WatchPageDeps, id: string, { url }: Page): Promise<PageSight> => {
  const headers = { accept: 'text/html', 'user-agent': `shiming-certificate (+${publicUrl}/certificates)` }
  return sightIn(await outgoing({ method: 'GET', url, headers }), id, publicUrl)
}

/** What is known after the look, with the letters and the case that it leads to. */
const planAfter = (deps: WatchPageDeps, of: Certificate, page: Page, saw: PageSight, at: Millis): Write[] => {
  const seen = afterLook(of, saw, at)
  const misses = seen.looks?.misses ?? 0
  const about = { appId: of.appId, name: of.name, url: page.url }
  const kept = (after: Certificate): Write => certificateKept(of, after, dueAtOf(after))
  if (saw === 'link' || (misses !== 1 && misses < MISSES_OF_CASE)) return [kept(seen)]
  if (misses === 1) return [kept(seen), deps.told(of.accountId, missedLetter(about, saw, deps.publicUrl), at)]
  if (misses > MISSES_OF_CASE || of.openPage !== undefined) return [kept(seen)]
  const { caseId, writes } = deps.planCase({ ids: deps.ids, now: at }, seen)
  const letter = missedThriceLetter(about, saw, deps.publicUrl)
  return [kept({ ...seen, openPage: caseId }), ...writes, deps.told(of.accountId, letter, at)]
}

/** As often is what was seen written again, where something else about the certificate was written meanwhile. */
const TRIES = 3

/**
 * W7 looks at the page of an app once, if that is due, for the link of its certificate, and keeps whether it was there, and nothing else of the page. That
 * it is looked at is written before: it is not a second time that day, whoever else comes or dies. The first miss in a row is told its administrator,
 * and the third opens a case and is told. Answers in a word what was seen. Two table calls and a request, more where others write.
 */
export const watchPage = async (deps: WatchPageDeps, of: Certificate): Promise<string> => {
  const { page } = of
  const now = deps.clock.now()
  if (!page || !isLookDue(of, now)) return 'no_look_due'
  const begun = afterBegin(of, now)
  const committed = await deps.table.commit([certificateKept(of, begun, dueAtOf(begun))])
  if (committed.kind === 'conflict') return 'moved_by_another'
  const saw = await look(deps, of.id, page)
  for (let tries = 0; tries < TRIES; tries += 1) {
    const item = await deps.table.get(certificateKeys.certificate(of.id))
    const current = item && certificateOf(item)
    // Another page since then, or not to be looked at any more.
    if (current?.status !== 'valid' || current.page?.url !== page.url || current.looks?.at !== now) return 'page_moved'
    const kept = await deps.table.commit(planAfter(deps, current, page, saw, now))
    if (kept.kind === 'committed') return `page_${saw}`
  }
  return 'moved_by_another'
}
