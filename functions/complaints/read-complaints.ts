import type { PageAsked } from '../../shared/http/paging.ts'
import type { Language } from '../../shared/kernel/language.ts'
import { type Outcome, ok, refused } from '../../shared/kernel/outcome.ts'
import { afterCursor, nextCursor, startOf } from '../../shared/table/list-cursor.ts'
import { readEach } from '../../shared/table/read-each.ts'
import type { Table } from '../../shared/table/table.ts'
import { bansIn } from '../account/bans/ban.ts'
import { banRecordOf } from '../account/bans/ban-store.ts'
import { banView } from '../account/bans/ban-view.ts'
import { accountKeys } from '../account/keys.ts'
import type { Goods } from '../payment/good.ts'
import { isPaymentChannel, type PaymentChannel } from '../payment/paying/provider.ts'
import { maskNumbers } from '../person/numbers-in-text.ts'
import { suggestedReply } from './answering/reply-text.ts'
import { type Complaint, type ComplaintStatus, isComplaintId } from './complaint.ts'
import type { ComplaintDesk, Talk } from './complaint-desk.ts'
import { complaintOf } from './complaint-store.ts'
import { type ComplaintDetail, showComplaint, showEvidence, showTalk } from './complaint-view.ts'
import { evidenceFor } from './evidence/gather-evidence.ts'
import { complaintKeys, complaintLists } from './keys.ts'
import { notMalicious } from './malice/malice.ts'
import type { ComplaintSettings } from './settings.ts'
import { talkOf } from './talk/talk.ts'

export type ReadDeps = {
  table: Table
  settings: Pick<ComplaintSettings, 'complaints'>
  goods: Goods
  desk: (channel: PaymentChannel) => Promise<ComplaintDesk>
}

/** How an address names a complaint. */
export type Named = { channel: string; id: string }

/** The names in the parameters of a path. */
export const namedIn = ({ channel = '', id = '' }: Record<string, string>): Named => ({ channel, id })

/** The complaint an address names; undefined when there is none. */
export const findComplaint = async (table: Table, { channel, id }: Named): Promise<Complaint | undefined> => {
  const isNamed = isPaymentChannel(channel) && isComplaintId(id)
  const item = isNamed ? await table.get(complaintKeys.complaint(channel, id)) : undefined
  return item && complaintOf(item)
}

/** Every complaint's partition begins so. */
const BOUNDS = { pk: complaintKeys.complaint('', '').pk.slice(0, -1) }

/** Complaints in one state, oldest first, a page at a time, with those that cannot be read. One call. */
export const listComplaints = async (
  deps: Omit<ReadDeps, 'desk' | 'goods'>,
  of: PageAsked & { status: ComplaintStatus },
) => {
  const after = startOf(of.cursor, (cursor) => afterCursor(cursor, BOUNDS))
  if (!after.ok) return after
  const page = await deps.table.list({
    list: complaintLists.complaints(of.status),
    limit: of.limit,
    after: after.value,
  })
  const { read: complaints, unreadable } = readEach(page.items, (item) =>
    showComplaint(complaintOf(item), deps.settings.complaints),
  )
  return ok({ complaints, unreadable, nextCursor: nextCursor(page.next) })
}

/** What is held against the account, and the bans that stand. */
const showAccount = async (deps: ReadDeps, accountId: string | undefined, language: Language) => {
  const profile = accountId === undefined ? undefined : await deps.table.get(accountKeys.profile(accountId))
  if (!profile) return null
  const record = banRecordOf(profile)
  return {
    maliciousComplaints: record.malicious.size,
    bansAt: deps.settings.complaints.banAt,
    bans: bansIn(record).map((ban) => banView(ban, language)),
  }
}

/** Who reads it: `seesPeople` whether they may see what people say of themselves. */
export type Reader = { language?: Language; seesPeople?: boolean }

/** The talk as the channel has it; undefined while it cannot be asked. */
export const readTalk = async (desk: ComplaintDesk, complaintId: string): Promise<Talk | undefined> => {
  const told = await desk.history(complaintId)
  return told.kind === 'history' ? told : undefined
}

/**
 * One complaint with the evidence, the answer that would be given, and the talk. The payer's own words are not kept here but asked
 * for at the channel (null while it cannot be asked), and P11 are for who may see people, with numbers masked.
 */
export const readComplaint = async (
  deps: ReadDeps,
  named: Named,
  { language = 'zh', seesPeople = false }: Reader = {},
): Promise<Outcome<ComplaintDetail>> => {
  const complaint = await findComplaint(deps.table, named)
  if (!complaint) return refused('not_found')
  const desk = await deps.desk(complaint.channel)
  const [told, talk] = await Promise.all([desk.detail(complaint.complaintId), readTalk(desk, complaint.complaintId)])
  const evidence = await evidenceFor(deps.table, complaint)
  return ok({
    ...showComplaint(complaint, deps.settings.complaints),
    text: told.kind === 'complaint' && seesPeople ? maskNumbers(told.complaint.text) : null,
    isTextHidden: !seesPeople,
    talk: showTalk(talkOf(complaint, talk), seesPeople),
    evidence: evidence.map(showEvidence),
    suggestedReply: suggestedReply(complaint, evidence, deps.goods) ?? null,
    notMalicious: notMalicious(complaint, evidence) ?? null,
    account: await showAccount(deps, complaint.accountId, language),
  })
}
