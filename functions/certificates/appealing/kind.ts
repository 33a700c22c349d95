import type { ReviewKind } from '../../review/kind.ts'
import type { CertificateSettings } from '../settings.ts'
import { CERTIFICATE_APPEAL } from './case-kind.ts'
import { appealRefusals, appealWords } from './words.ts'

/** Loaded by whoever decides: most who see cases do nothing to one. */
const plans = () => import('./settle-appeal.ts')

/** W7 whoever administers an app appeals against what people did to its certificate: another person decides. */
export const appealKind = ({ certificates }: CertificateSettings): ReviewKind => ({
  kind: CERTIFICATE_APPEAL,
  right: 'review_cases',
  verdicts: ['approved', 'refused'],
  answerMs: certificates.appealAnswerMs,
  askMs: certificates.appealAskMs,
  checklist: Object.keys(appealWords.checklist),
  reasons: appealRefusals,
  asks: Object.keys(appealWords.asks),
  words: appealWords,
  effect: async (deps, of, decision) => (await plans()).planAppealDecision(deps, of, decision),
  planWithdrawal: async (deps, of) => (await plans()).planAppealOver(deps, of),
  planExpiry: async (deps, of, decision) => (await plans()).planAppealOver(deps, of, decision),
})
