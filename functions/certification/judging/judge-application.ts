import type { Expected } from '../../../shared/kernel/expected.ts'
import type { FieldError } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { type Demand, type Standing, shortOf } from '../../gate/gate.ts'
import type { MaterialKind } from '../../material/material.ts'
import type { Applicant } from '../applicants/applicant.ts'
import { isOrganisation } from '../applicants/applicant-kinds.ts'
import type { NameFinding } from '../naming/name-finding.ts'
import { identityPaper, isOver, type Paper } from '../papers/paper.ts'
import { paperFaults } from '../papers/paper-faults.ts'
import { type MaterialContext, materialFaults } from './material-rules.ts'

/** Something that is wrong with an application, at its field; `retryAt`: when that may have changed by itself. */
export type Fault = FieldError & { retryAt?: Millis }

/** Everything that is known when an application is judged. */
export type Judging = {
  applicant: Applicant
  standing: Standing
  /** What the administrator of a person, and of anybody else, must have proven. */
  demands: { person: Demand; operator: Demand }
  name: readonly NameFinding[]
  materials: readonly MaterialKind[]
  papers: readonly Paper[]
  context: MaterialContext
  now: Millis
}

const levelFaults = ({ applicant, standing, demands, now }: Judging): Fault[] => {
  const demand = isOrganisation(applicant.kind) ? demands.operator : demands.person
  return shortOf(demand, standing.proofs, now) ? [{ pointer: '/applicant', code: 'application_level_too_low' }] : []
}

const applicantCodes: Readonly<Partial<Record<Applicant['status'], Fault['code']>>> = {
  unchecked: 'applicant_unchecked',
  checking: 'applicant_unchecked',
  differs: 'applicant_differs',
  later: 'applicant_later',
  not_operating: 'applicant_not_operating',
}

const applicantFaults = ({ applicant: { status, differs, retryAt } }: Judging): Fault[] => {
  const code = applicantCodes[status]
  if (code === undefined) return []
  const expected: Expected | undefined = differs ? { enum: [...differs] } : undefined
  return [{ pointer: '/applicant', code, ...(expected && { expected }), ...(retryAt !== undefined && { retryAt }) }]
}

/** An app may be certified as what it is called already. */
const nameFaults = ({ name }: Judging): Fault[] =>
  name
    .filter(({ code, severity }) => severity === 'refused' && code !== 'app_name_unchanged')
    .map(({ code, right, freeAt }) => ({
      pointer: '/certifiedName',
      code,
      ...(right !== undefined && { expected: { examples: [right] } }),
      ...(freeAt !== undefined && { retryAt: freeAt }),
    }))

const pictureFaults = ({ applicant, materials, context }: Judging): Fault[] =>
  materialFaults(applicant.kind, materials, context).map(({ code, kind }) => ({
    pointer: '/materials',
    code,
    expected: { enum: [kind] },
  }))

/** W4 the days of what there are pictures of, and of a person their document. */
const paperDays = ({ applicant, standing, materials, papers, now }: Judging): Fault[] => {
  const identity = isOrganisation(applicant.kind) ? undefined : identityPaper(standing.proofs)
  return [
    ...paperFaults(materials, papers, now),
    ...(identity && isOver(identity, now) ? [{ code: 'paper_over' as const, kind: identity.kind }] : []),
  ].map(({ code, kind }) => ({ pointer: '/papers', code, expected: { enum: [kind] } }))
}

/** W2 everything that can be known to be wrong with an application for free, all of it at once, each at its field. */
export const judgeApplication = (of: Judging): Fault[] => [
  ...levelFaults(of),
  ...applicantFaults(of),
  ...nameFaults(of),
  ...pictureFaults(of),
  ...paperDays(of),
]
