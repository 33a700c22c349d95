import { type Ids, isId } from '../../../shared/kernel/ids.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { appOf } from '../../certification/apps/app-store.ts'
import { certificationKeys } from '../../certification/keys.ts'
import { maskNumbers } from '../../person/numbers-in-text.ts'
import type { ReviewCase } from '../../review/case/case.ts'
import { caseIdOf } from '../../review/case/case-id.ts'
import { caseOpened, openCaseIn, REVIEW_OPEN } from '../../review/case/case-store.ts'
import { newCase } from '../../review/case/new-case.ts'
import type { Certificate } from '../certificate/certificate.ts'
import { certificateKept, certificateOf } from '../certificate/certificate-store.ts'
import { dueAtOf } from '../certificate/clock.ts'
import { readHolder } from '../certificate/holder-store.ts'
import { certificateStanding } from '../certificate/standing.ts'
import { certificateKeys } from '../keys.ts'
import type { CertificateSettings } from '../settings.ts'
import { appealableMove, type MoveAgainst } from './appealable.ts'
import { CERTIFICATE_APPEAL } from './case-kind.ts'

export type AppealDeps = {
  table: Pick<Table, 'get' | 'getMany' | 'commit'>
  clock: Clock
  ids: Ids
  settings: CertificateSettings
  /** Ends a case that the clock has ended, by its name: undefined where none is in the way then. */
  endInTheWay: (name: string) => Promise<ReviewCase | undefined>
}

/** The appeal of whoever administers an app. */
export type Appealing = { appId: string; words: string; language: Language }

/** Once the clock ended one, and once more where somebody else was as fast. */
const TRIES = 4

/** The certificate of an app that the account administers, by the id of the app. */
const readOwn = async ({ table }: AppealDeps, accountId: string, appId: string): Promise<Certificate | undefined> => {
  const appItem = isId(appId) ? await table.get(certificationKeys.app(appId)) : undefined
  const app = appItem && appOf(appItem)
  if (app?.administrator !== accountId || app.certificate === undefined) return undefined
  const item = await table.get(certificateKeys.certificate(app.certificate))
  return item && certificateOf(item)
}

/** What can be appealed against, of the certificate as it stands; of one whose holder is somebody else by now nothing. */
const readAgainst = async ({ table, clock }: AppealDeps, of: Certificate) => {
  const holder = await readHolder(table, of)
  return holder.epoch === of.epoch ? appealableMove(certificateStanding(of, holder, clock.now())) : undefined
}

/** Where there is nothing to appeal against: the case that is open about it. */
const refusal = ({ openAppeal }: Certificate): Outcome<never> =>
  openAppeal === undefined
    ? refused('certificate_not_appealable')
    : refused('review_open', { extra: { review: openAppeal } })

/** Opens it; undefined where something was in the way that is no more, or somebody was faster. */
const openAppeal = async (
  deps: AppealDeps,
  of: Certificate,
  { words, language }: Appealing,
  against: MoveAgainst,
): Promise<Outcome<string> | undefined> => {
  const { appealAnswerMs: answerMs } = deps.settings.certificates
  // Who had a say in it does not decide this.
  const decidedBefore = of.decided?.at === against.at ? of.decided.by : []
  const about = { id: deps.ids.id(), accountId: of.accountId, subject: of.id, language, said: maskNumbers(words) }
  const opened = newCase({ ...about, decidedBefore }, { kind: CERTIFICATE_APPEAL, answerMs }, deps.clock.now())
  const after = { ...of, openAppeal: caseIdOf(opened), appealed: against.nth }
  const committed = await deps.table.commit([...caseOpened(opened), certificateKept(of, after, dueAtOf(after))])
  if (committed.kind === 'committed') return ok(caseIdOf(opened))
  const inTheWay = committed.conflicts.find(({ because }) => because === REVIEW_OPEN)
  const id = openCaseIn(inTheWay?.item)
  const open = id === undefined ? undefined : await deps.endInTheWay(caseIdOf({ accountId: of.accountId, id }))
  return open ? refused('review_open', { extra: { review: caseIdOf(open) } }) : undefined
}

/**
 * W7 whoever administers an app appeals against the suspension or revocation of its certificate by people, each once: a case for others than those who did that,
 * by its name. Refuses with `not_found`, `certificate_not_appealable`, `review_open` and `contended`. Four calls.
 */
export const appealCertificate = async (
  deps: AppealDeps,
  accountId: string,
  appealing: Appealing,
): Promise<Outcome<string>> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const of = await readOwn(deps, accountId, appealing.appId)
    if (of?.accountId !== accountId) return refused('not_found')
    const against = await readAgainst(deps, of)
    if (!against) return refusal(of)
    const opened = await openAppeal(deps, of, appealing, against)
    if (opened) return opened
  }
  return refused('contended')
}
