import type { Millis } from '../../../shared/kernel/time.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import type { Announcement } from '../../../shared/outbox/announced.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Told } from '../../../shared/table/told.ts'
import type { Write } from '../../../shared/table/write.ts'
import { heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { announcedAll, eventOf } from '../applications/announced-store.ts'
import type { Application } from '../applications/application.ts'
import { applicationKept } from '../applications/application-store.ts'
import type { App } from '../apps/app.ts'
import { appOf } from '../apps/app-store.ts'
import { appCertifiedStill } from '../apps/certified-store.ts'
import { certificationKeys } from '../keys.ts'
import { papersLetter } from './letters.ts'
import { identityPaper, isOver, type Paper } from './paper.ts'
import { ALL_TOLD, afterReminding, nextReminderAt, owedReminders, remindersBy } from './reminders.ts'

export type PlanReminderDeps = { table: Pick<Table, 'get'>; told: Told; publicUrl: string }

type Planned = { writes: Write[]; word: string }

/** The document of the administrator as it is proven now: another since, or none that this app goes by any more. */
const identityNow = async (
  { table }: PlanReminderDeps,
  of: Application,
  app: App,
  paper: Paper,
  now: Millis,
): Promise<Paper> => {
  const silent = { ...paper, told: ALL_TOLD }
  if (app.administrator !== of.accountId) return silent
  const held = heldIdentity(await table.get(gateKeys.identity(of.accountId)))
  const current = held && identityPaper(held.proofs)
  if (!current) return silent
  return current.until === paper.until ? paper : { ...current, told: remindersBy(current, now) }
}

const eventsOf = (of: Application, { administrator }: App, papers: readonly Paper[], now: Millis): Announcement[] =>
  papers.map((paper) => ({
    ...eventOf(of, 'certification.paper_ends', {
      ...{ paper: paper.kind, until: rfc3339(paper.until ?? now), over: isOver(paper, now) },
    }),
    accountId: administrator,
  }))

/**
 * W4 what is to be told of the papers of an app that is certified: 30 and 7 days before one is over and when it is, once each, to whoever administers the app
 * by then; of an app that was certified anew the newest certification alone. Undefined where nothing is due. Two calls at most.
 */
export const planReminder = async (
  deps: PlanReminderDeps,
  of: Application,
  now: Millis,
): Promise<Planned | undefined> => {
  const kept = of.status === 'certified' ? (of.papers ?? []) : []
  const at = nextReminderAt(kept)
  if (at === undefined || now < at) return undefined
  const item = await deps.table.get(certificationKeys.app(of.appId))
  const app = item && appOf(item)
  if (app?.certifiedBy !== of.id) {
    const papers = kept.map((one) => ({ ...one, told: ALL_TOLD }))
    return { word: 'certified_anew', writes: [applicationKept(of, { ...of, papers })] }
  }
  const papers = await Promise.all(
    kept.map((one) => (one.kind === 'identity' ? identityNow(deps, of, app, one, now) : one)),
  )
  const owed = owedReminders(papers, now)
  const after = { ...of, papers: afterReminding(papers, now) }
  const letter = () => papersLetter({ ...of, name: app.name }, owed, now, deps.publicUrl)
  return {
    word: owed.length > 0 ? 'reminded' : 'nothing_runs_out',
    writes: [
      applicationKept(of, after),
      appCertifiedStill(app, of.id),
      ...(owed.length > 0
        ? [announcedAll(of, eventsOf(of, app, owed, now), now), deps.told(app.administrator, letter(), now)]
        : []),
    ],
  }
}
