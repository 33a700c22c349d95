import type { Answer, Verification } from 'shiming-client'
import { kindFor } from '../../../../functions/verification/papers/kind-for.ts'
import { readTyped, type TypedRules } from '../../../../functions/verification/papers/typed-person.ts'
import type { Millis } from '../../../../shared/kernel/time.ts'
import type { Checks } from '../../checks/checks-told.ts'
import type { PictureKind } from '../../pictures/picture.ts'
import type { Offers } from '../../verify/checks.ts'
import type { TypedDraft } from './draft-form.ts'
import { typedOf } from './typed.ts'

export type Terms = Answer<'GET /v1/papers-terms'>
export type PapersKind = Terms['kinds'][number]['kind']

/** What says why a person is needed, as far as this page knows it; the service decides. */
export type Situation = {
  rules: TypedRules & Pick<Offers['verification']['idNumberRules'], 'kinds'>
  /** Results of the account's own checks, the newest first. */
  results: readonly Verification['status'][]
  /** Null for the verified, who need none. */
  left: Checks | null
  isVerified: boolean
}

/**
 * Why a person would be asked; undefined where a machine can check it first, or where something is not typed as it must be. It saves whoever
 * need not upload anything from doing so.
 */
export const reasonFor = (
  draft: TypedDraft,
  { rules, results, left, isVerified }: Situation,
  now: Millis,
): PapersKind | undefined => {
  const read = readTyped(typedOf(draft, true), rules, now)
  if (!read.ok) return undefined
  const { leftToday, leftEver } = left ?? { leftToday: 1, leftEver: 1 }
  return kindFor(read.value, {
    machines: rules.kinds,
    results,
    left: { leftToday, leftEver },
    checks: { minimumAge: rules.minimumAge },
    isVerified,
    hasBankProof: draft.byBank,
  })
}

/** Pictures that the service asked for besides those that were thought to be needed, and those it did not want. */
export type Corrections = { more: readonly PictureKind[]; less: readonly PictureKind[] }

export type Wanted = { needs: readonly PictureKind[]; takes: readonly PictureKind[] }

/** A passport has no other side. */
const isThere = (kind: PictureKind, { document }: Pick<TypedDraft, 'document'>): boolean =>
  kind !== 'document_back' || document !== 'passport'

/** Which pictures are needed, and which may be added. */
export const wantedFor = (
  draft: TypedDraft,
  kind: PapersKind,
  { kinds }: Pick<Terms, 'kinds'>,
  { more, less }: Corrections,
): Wanted => {
  const known = kinds.find((one) => one.kind === kind)
  const needs = [...new Set([...(known?.needs ?? []), ...more])].filter((one) => !less.includes(one))
  const takes = (known?.takes ?? []).filter((one) => ![...needs, ...less].includes(one) && isThere(one, draft))
  return { needs, takes }
}
