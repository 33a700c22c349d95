import { caseIdOf } from '../../review/case/case-id.ts'
import { caseOpened } from '../../review/case/case-store.ts'
import { newCase } from '../../review/case/new-case.ts'
import type { PlanPageCase } from '../looking/plan-page-case.ts'
import { CERTIFICATE_PAGE } from '../reporting/case-kinds.ts'
import type { CertificateSettings } from '../settings.ts'

/** W7 a case for people about a page that does not show its certificate, by its name, and what is written for it. */
export const pageCase =
  ({ certificates }: CertificateSettings): PlanPageCase =>
  ({ now, ids }, of) => {
    const opening = { id: ids.id(), accountId: of.accountId, subject: of.id, language: 'zh' } as const
    const opened = newCase(opening, { kind: CERTIFICATE_PAGE, answerMs: certificates.pageAnswerMs }, now)
    return { caseId: caseIdOf(opened), writes: [...caseOpened(opened)] }
  }
