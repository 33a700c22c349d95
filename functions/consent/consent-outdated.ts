import { refused } from '../../shared/kernel/outcome.ts'
import type { Notice } from './consent.ts'

/** Somebody agreed to another notice than the one in force, whose version the refusal tells at its field. */
export const consentOutdated = ({ version }: Pick<Notice, 'version'>) =>
  refused('consent_outdated', {
    fields: [{ pointer: '/consent/notice', code: 'consent_outdated', expected: { enum: [version] } }],
    extra: { notice: version },
  })
