import type { FieldError, ShimingProblem } from 'shiming-client'
import type { NextStepName } from '../../../../functions/verification/next-steps.ts'
import { knownSteps } from '../../known-steps.ts'
import type { PictureKind } from '../../pictures/picture.ts'
import type { PapersStep } from '../draft/checks.ts'
import type { Draft } from '../draft/draft-form.ts'
import { saysBirth } from '../draft/typed.ts'
import type { Corrections } from '../draft/wanted.ts'

/** Refusals that no other way of typing the same helps against. */
const barCodes = [
  'papers_not_needed',
  'papers_open',
  'too_many_papers',
  'identity_unavailable',
  'verified_as_another',
] as const

/** Why papers lead nowhere for now, and when that changes (RFC 3339), where it does. */
export type PapersBar = {
  code: (typeof barCodes)[number]
  until?: string | undefined
  /** What leads on, where the service says so. */
  next?: readonly NextStepName[] | undefined
}

/** The bar of a refusal, if it is one. */
export const barIn = ({
  code,
  retryAt,
  next,
}: Pick<ShimingProblem, 'code' | 'retryAt' | 'next'>): PapersBar | undefined => {
  const known = barCodes.find((one) => one === code)
  return known && { code: known, until: retryAt?.toISOString(), next: knownSteps(next) }
}

/** These say that the account is no longer as this page knows it. */
export const saysChanged = (code: string): boolean => code === 'already_verified' || code === 'banned'

/** Which field an error is about whose name in the body is another. */
export const fieldsFor = (
  document: string,
  kinds: readonly PictureKind[],
): Readonly<Record<string, keyof Draft & string>> => ({
  'consent/notice': 'agreedTo',
  'consent/agreed': 'agreedTo',
  guardian: 'guardianNumber',
  'guardian/name': 'guardianName',
  'guardian/idNumber': 'guardianNumber',
  'guardian/relation': 'guardianRelation',
  ...(saysBirth(document) && { birthDate: 'number' as const }),
  ...Object.fromEntries(kinds.map((kind) => [`pictures/${kind}`, kind])),
})

type Errors = readonly Pick<FieldError, 'pointer' | 'code'>[]

/** The step where what an error is about can be changed, the first of several; undefined where no field is to blame. */
export const stepOf = (errors: Errors): PapersStep | undefined => {
  const found = errors.map(({ pointer }): PapersStep => {
    if (pointer === '/document') return 'document'
    if (pointer.startsWith('/pictures')) return 'pictures'
    return pointer === '/said' || pointer.startsWith('/consent') ? 'send' : 'data'
  })
  return (['document', 'data', 'pictures', 'send'] as const).find((step) => found.includes(step))
}

/** Pictures that an error with that code is about. */
export const picturesIn = (errors: Errors, code: string, kinds: readonly PictureKind[]): PictureKind[] =>
  kinds.filter((kind) => errors.some((one) => one.pointer === `/pictures/${kind}` && one.code === code))

/** What is known of needed pictures, once the service has said more of it. */
export const corrected = ({ more, less }: Corrections, errors: Errors, kinds: readonly PictureKind[]): Corrections => {
  const [needed, notAsked] = [
    picturesIn(errors, 'picture_needed', kinds),
    picturesIn(errors, 'picture_not_asked', kinds),
  ]
  return {
    more: [...new Set([...more, ...needed])].filter((kind) => !notAsked.includes(kind)),
    less: [...new Set([...less, ...notAsked])].filter((kind) => !needed.includes(kind)),
  }
}
