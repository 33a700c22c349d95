import type { PageAsked } from '../../../shared/http/paging.ts'
import { isId } from '../../../shared/kernel/ids.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { afterCursor, nextCursor, startOf } from '../../../shared/table/list-cursor.ts'
import { readEach } from '../../../shared/table/read-each.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Item } from '../../../shared/table/write.ts'
import { maskNumbers } from '../../person/numbers-in-text.ts'
import { accountKeys, accountLists } from '../keys.ts'
import type { Appeal, AppealStatus } from './appeal.ts'
import { appealOf } from './appeal-store.ts'
import { appealView } from './appeal-view.ts'
import { bansIn } from './ban.ts'
import { banRecordOf } from './ban-store.ts'
import { banView } from './ban-view.ts'

/** Accounts are the partitions of appeals. */
const BOUNDS = { pk: accountKeys.appeal('').pk }

/** A complaint's name, `<channel>#<id>`, as an operator's calls have it. */
const complaintIn = (name: string) => {
  const [channel = '', id = ''] = name.split('#')
  return { channel, id }
}

type OperatorAppeal = ReturnType<typeof shown>

/** Who reads them: `seesPeople` whether they may see what people say of themselves. */
type Reader = { language?: Language; seesPeople?: boolean }

const shown = (appeal: Appeal, profile: Item | undefined, { language = 'zh', seesPeople = false }: Reader) => {
  const record = banRecordOf(profile)
  return {
    ...appealView(appeal),
    text: seesPeople ? maskNumbers(appeal.text) : null,
    accountId: appeal.accountId,
    decidedBy: appeal.decidedBy ?? null,
    bans: bansIn(record).map((ban) => banView(ban, language)),
    complaints: [...record.malicious].toSorted().map(complaintIn),
  }
}

/**
 * Appeals that wait for a decision, oldest first, or those that were decided so, newest first; each with what led to the ban, and those that
 * cannot be read. An account has one: what it appealed against before is in its audit. P11 the words of the user are for who may see people,
 * and numbers in them are masked for everybody. Two calls.
 */
export const listAppeals = async (
  deps: { table: Table },
  of: PageAsked & { status: AppealStatus },
  reader: Reader = {},
) => {
  const after = startOf(of.cursor, (cursor) => afterCursor(cursor, BOUNDS))
  if (!after.ok) return after
  const page = await deps.table.list({
    list: accountLists.appeals(of.status),
    limit: of.limit,
    newestFirst: of.status !== 'open',
    after: after.value,
  })
  const { read: appeals, unreadable } = readEach(page.items, appealOf)
  const profiles = appeals.length
    ? await deps.table.getMany(appeals.map(({ accountId }) => accountKeys.profile(accountId)))
    : []
  return ok({
    appeals: appeals.map((appeal, at) => shown(appeal, profiles[at], reader)),
    unreadable,
    nextCursor: nextCursor(page.next),
  })
}

/** The last appeal of an account, open or decided, with what led to the ban. Refuses with `not_found`. One call. */
export const readAppeal = async (
  { table }: { table: Pick<Table, 'getMany'> },
  accountId: string,
  reader: Reader = {},
): Promise<Outcome<OperatorAppeal>> => {
  if (!isId(accountId)) return refused('not_found')
  const [item, profile] = await table.getMany([accountKeys.appeal(accountId), accountKeys.profile(accountId)])
  return item ? ok(shown(appealOf(item), profile, reader)) : refused('not_found')
}
