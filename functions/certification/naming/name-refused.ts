import { type FieldError, type Outcome, refused } from '../../../shared/kernel/outcome.ts'
import type { NameFinding } from './name-finding.ts'

/** At the field that has the name: each finding once, with a name that would do in its place. */
const fieldsOf = (findings: readonly NameFinding[]): FieldError[] =>
  findings.map(({ code, right }) => ({
    pointer: '/name',
    code,
    ...(right !== undefined && { expected: { examples: [right] } }),
  }))

/** An app cannot have a name for what was found in it: the worst first, and all of it at the field. */
export const nameRefused = (findings: readonly NameFinding[]): Outcome<never> => {
  const worst = findings.find(({ severity }) => severity === 'refused') ?? findings[0]
  if (!worst) throw new Error('nothing was found in the name')
  const { freeAt: retryAt } = worst
  return refused(worst.code, { fields: fieldsOf(findings), ...(retryAt !== undefined && { retryAt }) })
}
