import type { MaterialKind } from '../../material/material.ts'
import type { ApplicantKind } from '../applicants/applicant-kinds.ts'

/** On what else it depends whether a picture is wanted. `operator`: the administrator is not who represents the applicant. `name`: the name touches a right. */
export const onlyIf = ['operator', 'name'] as const
export type OnlyIf = (typeof onlyIf)[number]

/** How many pictures of a kind are taken; where they are needed only if something is so, none are needed otherwise. */
export type MaterialRule = { kind: MaterialKind; least: number; most: number; onlyIf?: OnlyIf }

const nameProof: MaterialRule = { kind: 'name_proof', least: 1, most: 5, onlyIf: 'name' }
const other: MaterialRule = { kind: 'other_proof', least: 0, most: 5 }
const letter: MaterialRule = { kind: 'authorisation_letter', least: 1, most: 2, onlyIf: 'operator' }
const licence: MaterialRule = { kind: 'business_licence', least: 1, most: 1 }

/** W4 the checklist of each kind of applicant. Of a person no card is asked for: the account has proven it by then, at the level that certifying needs. */
export const materialRules: Readonly<Record<ApplicantKind, readonly MaterialRule[]>> = {
  enterprise: [licence, letter, nameProof, other],
  sole_trader: [licence, letter, nameProof, other],
  government: [{ kind: 'organisation_certificate', least: 1, most: 1 }, letter, nameProof, other],
  individual: [nameProof, other],
}

/** What is so of an application. */
export type MaterialContext = Readonly<Record<OnlyIf, boolean>>

/** What is wrong with the pictures as a whole: too few of a kind, too many, or one of a kind that is not asked for. */
export type MaterialFault = {
  code: 'material_missing' | 'material_too_many' | 'material_not_asked'
  kind: MaterialKind
}

/** How many of a rule are needed as things are. */
export const leastOf = ({ least, onlyIf: condition }: MaterialRule, context: MaterialContext): number =>
  condition === undefined || context[condition] ? least : 0

/** W4 everything that is wrong with how many pictures of which kinds there are; what each shows is looked at when it is uploaded. */
export const materialFaults = (
  kind: ApplicantKind,
  given: readonly MaterialKind[],
  context: MaterialContext,
): MaterialFault[] => {
  const rules = materialRules[kind]
  const count = (of: MaterialKind) => given.filter((one) => one === of).length
  const asked = rules.flatMap((rule): MaterialFault[] => {
    const there = count(rule.kind)
    if (there < leastOf(rule, context)) return [{ code: 'material_missing', kind: rule.kind }]
    return there > rule.most ? [{ code: 'material_too_many', kind: rule.kind }] : []
  })
  const strange = [...new Set(given)].filter((one) => !rules.some((rule) => rule.kind === one))
  return [...asked, ...strange.map((one): MaterialFault => ({ code: 'material_not_asked', kind: one }))]
}
