import { appealCertificate } from '../../../functions/certificates/appealing/appeal-certificate.ts'
import { appealKind } from '../../../functions/certificates/appealing/kind.ts'
import { appealWords } from '../../../functions/certificates/appealing/words.ts'
import { type DecidedMove, decideMove } from '../../../functions/certificates/desk/decide-move.ts'
import { suspensionKinds } from '../../../functions/certificates/reporting/kind.ts'
import { type Reported, takeReport } from '../../../functions/certificates/reporting/take-report.ts'
import { pageWords, reportWords } from '../../../functions/certificates/reporting/words.ts'
import { caseRefIn } from '../../../functions/review/case/case-id.ts'
import type { Deciding } from '../../../functions/review/deciding/judgement.ts'
import type { Reviewer } from '../../../functions/review/deciding/reviewer.ts'
import { endInTheWay } from '../../../functions/review/following/end-silence.ts'
import { type Applied, certificationWorld } from '../../certification/applications/applying.ts'
import { kept, LIN, type ReviewWorld } from '../../review/fixture.ts'
import { certificateAt, certified } from '../certifying.ts'

/** Where certificates are looked after by people, in memory. */
export const deskWorld = (overrides: Record<string, unknown> = {}): ReviewWorld => {
  const at = certificationWorld(overrides)
  const kinds = [...suspensionKinds(at.settings), appealKind(at.settings)]
  return { ...at, kinds: { ...at.kinds, ...Object.fromEntries(kinds.map((one) => [one.kind, one])) } }
}

/** An app that is certified there, and the id of its certificate. */
export const certifiedAtDesk = async (): Promise<{ at: ReviewWorld; of: Applied; id: string }> => {
  const at = deskWorld()
  const of = await certified(at)
  return { at, of, id: certificateAt(at, of).id }
}

/** An operator does that to it. */
export const moves = (at: ReviewWorld, id: string, of: Partial<DecidedMove>, by: Reviewer = LIN) =>
  decideMove(at, by, { id, move: 'suspend', reason: 'misuse', words: '页面上冒用了证书', ...of })

/** Somebody reports it. */
export const reports = (at: ReviewWorld, id: string, of: Partial<Reported> = {}) =>
  takeReport(at, { id, reason: 'impostor', words: '不是这家公司', sourceIp: '203.0.113.7', ...of })

/** Whoever administers the app appeals. */
export const appeals = (at: ReviewWorld, of: Applied, words = '已经改正，请查看') =>
  appealCertificate({ ...at, endInTheWay: (name) => endInTheWay(at, name) }, of.user.accountId, {
    ...{ appId: of.appId, words, language: 'zh' },
  })

/** A case as it is kept, by its name. */
export const caseNamed = (at: ReviewWorld, name: string | undefined) => {
  const ref = caseRefIn(name ?? '')
  if (!ref) throw new Error('no such name')
  return kept(at, ref)
}

const all = (words: { checklist: object }): string[] => Object.keys(words.checklist)

export const upholding: Deciding = { verdict: 'approved', checked: all(reportWords), words: '经查证属实' }
export const dismissing: Deciding = { verdict: 'refused', reason: 'not_confirmed', checked: [] }
export const suspendingPage: Deciding = { verdict: 'approved', checked: all(pageWords) }
export const granting: Deciding = { verdict: 'approved', checked: all(appealWords), words: '已核实改正' }
export const rejecting: Deciding = { verdict: 'refused', reason: 'rightly_done', checked: [] }
