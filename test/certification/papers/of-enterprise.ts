import type { Applicant } from '../../../functions/certification/applicants/applicant.ts'
import { applicantKept } from '../../../functions/certification/applicants/applicant-store.ts'
import type { TypedPaper } from '../../../functions/certification/papers/paper.ts'
import { recordPayment } from '../../../functions/payment/paying/record-payment.ts'
import { webhookKeys } from '../../../functions/webhooks/keys.ts'
import { valueIn } from '../../kit.ts'
import type { ReviewWorld } from '../../review/fixture.ts'
import { itemAt, type World } from '../../world.ts'
import {
  type Applied,
  administrator,
  begins,
  certifies,
  claims,
  confirming,
  ordered,
  paying,
  pictured,
  submits,
} from '../applications/applying.ts'

/** Of an enterprise that the administrator does not represent: with a licence, a letter, and these days of them. */
export const draftOfEnterprise = async (at: ReviewWorld, papers: readonly TypedPaper[]): Promise<Applied> => {
  const mine = await administrator(at)
  const { accountId } = mine.user
  const applicant: Applicant = {
    ...{ id: at.ids.id(), accountId, kind: 'enterprise', status: 'consistent', createdAt: at.time.now, changes: 0 },
  }
  await at.table.commit(applicantKept(applicant, 10))
  const materials = [await pictured(at, mine, 'business_licence'), await pictured(at, mine, 'authorisation_letter')]
  const its = { ...mine, applicant: applicant.id }
  const { id } = valueIn(await begins(at, its, { certifiedName: '晨光读书会', materials, papers }))
  return { ...its, id }
}

/** The same, sent in. */
export const submittedOfEnterprise = async (at: ReviewWorld, papers: readonly TypedPaper[]): Promise<Applied> => {
  const of = await draftOfEnterprise(at, papers)
  valueIn(await submits(at, of))
  return of
}

/** The same, before people, one of whom holds it. */
export const heldOfEnterprise = async (at: ReviewWorld, papers: readonly TypedPaper[]): Promise<Applied> => {
  const of = await submittedOfEnterprise(at, papers)
  valueIn(await (await confirming(at, of))(at))
  await recordPayment(at, await paying(at, of, await ordered(at, of)))
  valueIn(await claims(of)(at))
  at.queue.sent.length = 0
  return of
}

/** The same, certified. */
export const certifiedOfEnterprise = async (at: ReviewWorld, papers: readonly TypedPaper[]): Promise<Applied> => {
  const of = await heldOfEnterprise(at, papers)
  valueIn(await certifies(of)(at))
  return of
}

type PaperEvent = { type: string; data: { paper: string; until: string; over: boolean } }

/** What the platform was told of papers of the app that run out. */
export const paperEvents = (at: World, { appId }: Pick<Applied, 'appId'>): PaperEvent['data'][] => {
  const pending = itemAt(at, webhookKeys.outbox({ kind: 'app', id: appId }))?.pending
  const all = (Array.isArray(pending) ? pending : []).map((one) => Object(one) as PaperEvent)
  return all.flatMap(({ type, data }) =>
    type === 'certification.paper_ends' ? [{ paper: data.paper, until: data.until, over: data.over }] : [],
  )
}
