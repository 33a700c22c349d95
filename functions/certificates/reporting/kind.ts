import type { ReviewKind } from '../../review/kind.ts'
import type { CertificateSettings } from '../settings.ts'
import { CERTIFICATE_PAGE, CERTIFICATE_REPORT } from './case-kinds.ts'
import { pageRefusals, pageWords, reportRefusals, reportReservations, reportWords } from './words.ts'

/** Loaded by whoever decides: most who see cases do nothing to one. */
const plans = () => import('./settle-suspension.ts')

/** Nobody is asked anything, and whoever administers the app sees neither: what comes of it they are told by its letter. */
const unseen = { right: 'review_cases', verdicts: ['approved', 'refused'], asks: [], askMs: 1, unseen: true } as const

/** W7 whether a certificate is suspended, as somebody reported it, or as the page of its app does not show it: a person decides. */
export const suspensionKinds = ({ certificates }: CertificateSettings): ReviewKind[] => [
  {
    ...unseen,
    kind: CERTIFICATE_REPORT,
    answerMs: certificates.reportAnswerMs,
    checklist: Object.keys(reportWords.checklist),
    reasons: reportRefusals,
    reservations: Object.fromEntries(Object.keys(reportReservations).map((reason) => [reason, []])),
    words: reportWords,
    effect: async (deps, of, decision) => {
      const reason = decision.reason === 'false_evidence' ? 'false_evidence' : 'misuse'
      return (await plans()).planSuspension(deps, of, decision, { open: 'openReport', reason })
    },
  },
  {
    ...unseen,
    kind: CERTIFICATE_PAGE,
    answerMs: certificates.pageAnswerMs,
    checklist: Object.keys(pageWords.checklist),
    reasons: pageRefusals,
    words: pageWords,
    effect: async (deps, of, decision) =>
      (await plans()).planSuspension(deps, of, decision, {
        open: 'openPage',
        reason: 'page_without_link',
        // Three misses more would open another.
        also: ({ looks }) => (looks ? { looks: { ...looks, misses: 0 } } : {}),
      }),
  },
]
